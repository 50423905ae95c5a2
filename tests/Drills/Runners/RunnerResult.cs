namespace MlTa.Tests.Drills.Runners;

/// <summary>How a script ended, and what it printed.</summary>
internal sealed record RunnerResult(int ExitCode, string Output, string Errors)
{
    public string Printed => Output + Errors;
}
