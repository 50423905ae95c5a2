using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>A drill that went well, once for all tests that look at it.</summary>
public sealed class GoodDrill : IAsyncLifetime
{
    internal RunnerProject Project { get; } = OneBackup.Project()
        .Says("pulumi up", """{"sequence":0,"timestamp":1}""").Says("kubectl logs", "not a check\n" + OneBackup.GoodCheck);

    internal RunnerResult Result { get; private set; } = new(-1, "", "");

    /// <summary>Pulumi.dr-test.yaml before the drill.</summary>
    internal string Committed { get; private set; } = "";

    public async Task InitializeAsync()
    {
        // The tests are skipped there.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Committed = await File.ReadAllTextAsync(Path.Combine(Project.Folder, "Pulumi.dr-test.yaml"));
        Result = await Project.RunAsync("drill.sh", "--id", "7", "--region", "eu-west-1", "--hours", "5", "--results", Project.Results);
    }

    public Task DisposeAsync()
    {
        Project.Dispose();
        return Task.CompletedTask;
    }
}
