namespace MlTa.Settings;

/// <summary>The input cannot be used. Carries every problem, so that one run is enough to mend it.</summary>
public sealed class InvalidSettingsException : Exception
{
    public InvalidSettingsException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }

    private static string Describe(IReadOnlyList<Problem> problems) => string.Join(
        Environment.NewLine,
        [
            problems.Count == 1 ? "1 problem, nothing was evaluated:" : $"{problems.Count} problems, nothing was evaluated:",
            .. problems.Select(problem => $"  - {problem}"),
        ]);
}
