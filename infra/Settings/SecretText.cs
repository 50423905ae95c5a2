namespace MlTa.Settings;

/// <summary>A value that no output may show. Printing it in any way gives <c>[secret]</c>.</summary>
public sealed class SecretText
{
    public const string Redacted = "[secret]";

    private readonly string _value;

    private SecretText(string value) => _value = value;

    /// <summary>What stands for a secret where nobody has it: offline nothing is decrypted.</summary>
    public static SecretText Unknown { get; } = new(Redacted);

    public static SecretText Of(string value) => new(value);

    /// <summary>The value itself, marked as secret for the engine.</summary>
    public Output<string> Reveal() => Output.CreateSecret(_value);

    /// <summary>Whether the value is one that <paramref name="accepts"/>. What nobody has cannot be judged, and passes.</summary>
    public bool Fits(Func<string, bool> accepts) => ReferenceEquals(this, Unknown) || accepts(_value);

    public override string ToString() => Redacted;
}
