namespace MlTa.Recovery.Time;

/// <summary>Minutes that something takes: if all goes well, as a rule, and if much goes wrong.</summary>
public readonly record struct MinuteRange(double Low, double Likely, double High)
{
    public static MinuteRange Zero { get; } = new(0, 0, 0);

    public static MinuteRange Exactly(double minutes) => new(minutes, minutes, minutes);

    public static MinuteRange operator +(MinuteRange first, MinuteRange second) =>
        new(first.Low + second.Low, first.Likely + second.Likely, first.High + second.High);

    /// <summary>Both at once: as long as the longer one.</summary>
    public static MinuteRange Longest(MinuteRange first, MinuteRange second) =>
        new(Math.Max(first.Low, second.Low), Math.Max(first.Likely, second.Likely), Math.Max(first.High, second.High));
}
