using Xunit;

namespace MlTa.Tests.Drills;

/// <param name="ExitCode">0 all passed, 1 one failed, 2 one could not be checked.</param>
/// <param name="Output">As printed.</param>
/// <param name="Lines">One for every check, in order.</param>
internal sealed record CheckResults(int ExitCode, string Output, IReadOnlyList<CheckLine> Lines)
{
    /// <summary>The checks that did not pass, with why.</summary>
    public IEnumerable<string> Failures => Lines.Where(line => !line.Passed).Select(line => $"{line.Check}: {line.Detail}");

    public static CheckResults Read(FinishedProcess finished) => new(
        finished.ExitCode,
        finished.Output,
        finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CheckLine.Read).ToList());

    public CheckLine Of(string check) => Lines.Single(line => line.Check == check);

    /// <param name="checks">All that there are.</param>
    public void ShouldPass(IEnumerable<string> checks) => ShouldBe(0, checks, []);

    /// <param name="checks">All that there are.</param>
    /// <param name="failures">Just these fail, for just these reasons.</param>
    public void ShouldFail(IEnumerable<string> checks, params IEnumerable<string> failures) => ShouldBe(1, checks, failures);

    /// <summary>Each has its line, and the reason.</summary>
    public void ShouldNotBeChecked(IEnumerable<string> checks, string reason)
    {
        var all = checks.ToList();
        ShouldBe(2, all, all.Select(check => $"{check}: could not be checked: {reason}"));
    }

    private void ShouldBe(int exitCode, IEnumerable<string> checks, IEnumerable<string> failures)
    {
        Assert.Equal(failures, Failures);
        Assert.Equal(checks, Lines.Select(line => line.Check));
        Assert.Equal(exitCode, ExitCode);
    }
}
