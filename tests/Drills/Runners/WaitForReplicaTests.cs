using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>When a replica has everything of a writer that was closed at 03:05. Its lag counts from the last transaction, so a closed writer makes it grow.</summary>
public sealed class WaitForReplicaTests : IDisposable
{
    private RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    /// <summary>A new segment of the log at 03:08:10, and never a minute without lag.</summary>
    [NeedsRunnerTools]
    public async Task A_lag_that_grows_and_falls_back_has_passed_the_instant()
    {
        var wait = await RunAsync([(3, "240.0"), (4, "20.2"), (5, "80.2")], [(6, "140.2"), (7, "200.2")], [(6, "140.2"), (7, "200.2"), (8, "260.2"), (9, "50")]);

        Assert.Equal(0, wait.ExitCode);
        Assert.Equal(
            """
            wait-for-replica.sh: ml-ta-production-replica has everything of before 2026-11-23T03:03:39Z, and the writer was closed at 2026-11-23T03:05:00Z
            wait-for-replica.sh: ml-ta-production-replica has everything of before 2026-11-23T03:03:39Z, and the writer was closed at 2026-11-23T03:05:00Z
            wait-for-replica.sh: ml-ta-production-replica has everything of before 2026-11-23T03:08:10Z

            """, wait.Errors);
        Assert.Equal(3, _project.Calls.Count(call => call == "sleep 60"));
        Assert.Contains(" --metric-name ReplicaLag --statistics Maximum --period 60 --dimensions Name=DBInstanceIdentifier,Value=ml-ta-production-replica --start-time 2026-11-23T03:05:00Z ", _project.Calls[1], StringComparison.Ordinal);
    }

    /// <summary>jq prints it as 0 until 1.6, and as it came from 1.7 on.</summary>
    [NeedsRunnerTools]
    public async Task No_lag_is_a_number_however_it_is_written()
    {
        foreach (var none in new[] { "0", "0.0", "0.00e0" })
        {
            Assert.Equal(0, (await RunAsync([(5, none)])).ExitCode);
        }
    }

    [NeedsRunnerTools]
    public async Task To_the_second_it_is_enough_and_a_second_less_is_not()
    {
        Assert.Equal(0, (await RunAsync([(6, "60.0")])).ExitCode);
        Assert.Equal(1, (await RunAsync([(6, "60.5")])).ExitCode);
    }

    /// <summary>As a number it is less than no lag at all.</summary>
    [NeedsRunnerTools]
    public async Task A_replica_that_does_not_replicate_has_nothing()
    {
        var wait = await RunAsync([(5, "-1.0"), (6, "-1")]);

        Assert.Equal(1, wait.ExitCode);
        Assert.Equal(
            """
            wait-for-replica.sh: ml-ta-production-replica does not replicate
            wait-for-replica.sh: ml-ta-production-replica does not replicate
            wait-for-replica.sh: ml-ta-production-replica does not replicate
            wait-for-replica.sh: ml-ta-production-replica was not seen to have everything within 3 minutes, so it must not be promoted

            """, wait.Errors);
    }

    [NeedsRunnerTools]
    public async Task What_cannot_be_read_is_asked_again_and_is_no_catching_up()
    {
        _project.On("aws cloudwatch", "exit 255");

        var wait = await RunAsync();

        Assert.Equal(1, wait.ExitCode);
        Assert.Contains("ml-ta-production-replica its lag cannot be read", wait.Errors, StringComparison.Ordinal);
        Assert.Equal(3, _project.Calls.Count(call => call.StartsWith("aws cloudwatch", StringComparison.Ordinal)));
    }

    /// <summary>A lag of nothing from before the writer was closed says nothing of what was written since.</summary>
    [NeedsRunnerTools]
    public async Task Without_a_time_the_writer_is_closed_now()
    {
        _project.Says("aws cloudwatch", """{"Datapoints":[{"Timestamp":"2026-11-23T03:06:00Z","Maximum":0}]}""");

        Assert.Equal(1, (await _project.RunAsync("wait-for-replica.sh", "--region", "us-east-1", "--database", "ml-ta-production-replica", "--minutes", "1")).ExitCode);
    }

    /// <param name="looks">What CloudWatch has at each look, the last from then on: minutes after three, and their longest lag.</param>
    private async Task<RunnerResult> RunAsync(params (int Minute, string Lag)[][] looks)
    {
        if (looks.Length > 0)
        {
            // One of its own, as what is answered depends on what was called.
            _project.Dispose();
            _project = new();
            foreach (var (number, points) in looks.Index())
            {
                // The newest first, as CloudWatch gives no order, and with the time zone as the second version of the CLI writes it.
                var datapoints = points.Reverse().Select(point => $$"""{"Timestamp":"2026-11-23T03:{{point.Minute:00}}:00+00:00","Maximum":{{point.Lag}},"Unit":"Seconds"}""");
                _project.Write($"look-{number + 1}", $$"""{"Label":"ReplicaLag","Datapoints":[{{string.Join(',', datapoints)}}]}""");
            }

            _project.On("aws cloudwatch", $"""look=$(grep -c '^aws cloudwatch' "$FOLDER/calls.txt"); cat "$FOLDER/look-$((look < {looks.Length} ? look : {looks.Length}))" """);
        }

        return await _project.RunAsync(
            "wait-for-replica.sh", "--region", "us-east-1", "--database", "ml-ta-production-replica", "--closed-at", "2026-11-23T03:05:00Z", "--minutes", "3");
    }
}
