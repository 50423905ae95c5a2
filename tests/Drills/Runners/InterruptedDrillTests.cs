using System.Diagnostics;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>Drills that somebody stops.</summary>
public sealed class InterruptedDrillTests : IDisposable
{
    private readonly RunnerProject _project = OneBackup.Project();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task An_interrupted_drill_stops_its_up_and_is_removed()
    {
        _project.On("pulumi up", """
            trap 'echo "up stopped" >> "$FOLDER/calls.txt"; exit 8' TERM
            echo "$$ $(cut -d ' ' -f 5 /proc/$$/stat)" > "$FOLDER/group"
            touch "$FOLDER/up"
            for _ in $(seq 3000); do /bin/sleep 0.01; done
            """);
        using var drill = Start();
        await ExistingAsync("up");

        await SignalAsync(drill);
        var result = await RunnerProject.FinishAsync(drill);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("kubectl", StringComparison.Ordinal));
        Assert.DoesNotContain(_project.Calls, call => call.Contains("-- evidence", StringComparison.Ordinal));
        Assert.Equal(["up stopped", "pulumi stack ls --json", "pulumi cancel --yes --stack dr-test-7"], _project.Calls.SkipWhile(call => call != "up stopped").Take(3));
        Assert.Contains("pulumi destroy --yes --skip-preview --stack dr-test-7", _project.Calls);
        Assert.Equal("pulumi stack rm --yes --preserve-config --stack dr-test-7", _project.Calls[^1]);

        // What a terminal sends to the drill's group does not reach it.
        var group = (await File.ReadAllTextAsync(Path.Combine(_project.Folder, "group"))).Split();
        Assert.Equal(group[0], group[1]);
    }

    [NeedsRunnerTools]
    public async Task A_second_signal_soon_after_the_first_is_the_same_wish() => Assert.Equal(1, await HeardAsync());

    [NeedsRunnerTools]
    public async Task A_second_signal_later_stops_at_once()
    {
        _project.With("PATIENCE_SECONDS", "0");

        Assert.Equal(2, await HeardAsync());
    }

    /// <returns>How many of two signals <c>pulumi up</c> heard.</returns>
    private async Task<int> HeardAsync()
    {
        _project.On("pulumi up", """
            heard=0
            trap 'heard=$((heard + 1)); echo heard >> "$FOLDER/calls.txt"; touch "$FOLDER/heard"' TERM
            touch "$FOLDER/up"
            for _ in $(seq 3000); do
              /bin/sleep 0.01
              if [ -e "$FOLDER/sent" ]; then /bin/sleep 1; exit 8; fi
            done
            """);
        using var drill = Start();
        await ExistingAsync("up");
        await SignalAsync(drill);
        await ExistingAsync("heard");
        await SignalAsync(drill);
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "sent"), "");

        Assert.Equal(1, (await RunnerProject.FinishAsync(drill)).ExitCode);
        return _project.Calls.Count(call => call == "heard");
    }

    private static async Task SignalAsync(Process drill)
    {
        using var signal = Process.Start("kill", ["-TERM", $"{drill.Id}"]);
        await signal.WaitForExitAsync();
    }

    private Process Start() => _project.Start("drill.sh", "--id", "7", "--region", "eu-west-1", "--results", _project.Results);

    private async Task ExistingAsync(string file)
    {
        var patience = Stopwatch.StartNew();
        while (!File.Exists(Path.Combine(_project.Folder, file)))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), $"{file} never came");
            await Task.Delay(20);
        }
    }
}
