namespace MlTa.Commands;

public static class ExitCode
{
    public const int Good = 0;

    /// <summary>It was evaluated, and something is wrong with it that nobody has accepted.</summary>
    public const int Findings = 1;

    /// <summary>The input could not be evaluated; what is wrong with it has been said.</summary>
    public const int CannotEvaluate = 2;
}
