using System.Text.Json;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>The application is killed and has to come back.</summary>
public sealed class ReplacePodsTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task It_waits_until_the_old_ones_are_gone_and_as_many_new_ones_are_ready()
    {
        Pods(
            [("a", true, false), ("b", true, false)],
            [("a", true, true), ("b", true, true), ("c", true, false), ("d", true, false)],
            [("c", true, false), ("d", false, false)],
            [("c", true, false)],
            [("c", true, false), ("d", true, true)],
            [("c", true, false), ("d", true, false)]);

        var replaced = await RunAsync("60");

        Assert.True(replaced.ExitCode == 0, replaced.Errors);
        Assert.Equal(6, _project.Calls.Count(call => call.StartsWith("kubectl get pods --selector app=ml-ta-api --namespace ml-ta ", StringComparison.Ordinal)));
        Assert.Equal("kubectl delete pod --selector app=ml-ta-api --namespace ml-ta --wait=false", _project.Calls[1]);
    }

    [NeedsRunnerTools]
    public async Task Without_a_pod_there_is_nothing_to_prove()
    {
        Pods([[]]);

        var replaced = await RunAsync("60");

        Assert.Equal((1, "replace-pods.sh: no pod of ml-ta-api is there, so there is nothing to kill\n"), (replaced.ExitCode, replaced.Errors));
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("kubectl delete", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task It_gives_up_after_a_time()
    {
        Pods([("a", true, false)], [("a", true, true)]);

        var replaced = await RunAsync("1");

        Assert.Equal((1, "replace-pods.sh: after 1 seconds the 1 pods of ml-ta-api are not replaced\n"), (replaced.ExitCode, replaced.Errors));
    }

    [NeedsRunnerTools]
    public async Task What_did_not_come_back_is_no_duration_and_is_not_asked()
    {
        Directory.CreateDirectory(_project.Results);
        Pods([("a", true, false)], []);

        var recovery = await _project.RunAsync(
            "recover-application.sh", "--stack", "dr-test-7", "--region", "eu-west-1", "--results", _project.Results, "--timeout", "1");

        Assert.Equal(1, recovery.ExitCode);
        Assert.EndsWith("recover-application.sh: ml-ta-api did not come back within 1 seconds\n", recovery.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_project.Results, "phases.ndjson")));
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("kubectl get --raw", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var replaced = await _project.RunAsync("replace-pods.sh", "--timeout", "0", "--now");

        Assert.Equal(2, replaced.ExitCode);
        Assert.StartsWith("""
            replace-pods.sh: unknown argument '--now'
            replace-pods.sh: --app: expected a workload's name, got ''
            replace-pods.sh: --namespace: expected a namespace, got ''
            replace-pods.sh: --timeout: expected 1 to 9999 seconds, got '0'
            Kills a workload's pods
            """, replaced.Errors, StringComparison.Ordinal);
    }

    /// <summary>What there is at each look; what there was at the last one stays.</summary>
    private void Pods(params (string Uid, bool Ready, bool IsGoing)[][] looks)
    {
        for (var look = 0; look < looks.Length; look++)
        {
            File.WriteAllText(Path.Combine(_project.Folder, $"pods.{look + 1}"), JsonSerializer.Serialize(new
            {
                items = looks[look].Select(pod => new
                {
                    metadata = new { uid = pod.Uid, deletionTimestamp = pod.IsGoing ? "2026-11-23T05:00:00Z" : null },
                    status = new { conditions = new[] { new { type = "Ready", status = pod.Ready ? "True" : "False" } } },
                }),
            }));
        }

        _project.On("kubectl get pods", $$"""
            look=$(grep -c '^kubectl get pods' "$FOLDER/calls.txt")
            [ "$look" -le {{looks.Length}} ] || look={{looks.Length}}
            cat "$FOLDER/pods.$look"
            """);
    }

    private Task<RunnerResult> RunAsync(string timeout) =>
        _project.RunAsync("replace-pods.sh", "--app", "ml-ta-api", "--namespace", "ml-ta", "--timeout", timeout);
}
