using System.Globalization;
using System.Text.Json.Nodes;
using MlTa.Tests.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>One drill that goes well, from all sides.</summary>
public sealed class GoodDrillTests(GoodDrill good) : IClassFixture<GoodDrill>
{
    private const string Removal = "pulumi destroy --yes --skip-preview --stack dr-test-7";

    [NeedsRunnerTools]
    public void A_good_drill_restores_checks_recovers_proves_and_removes()
    {
        Assert.True(good.Result.ExitCode == 0, good.Result.Errors);
        Assert.Equal(
            [
                "pulumi stack ls",
                "aws backup list-recovery-points-by-backup-vault",
                "aws rds describe-db-snapshots",
                "pulumi stack init dr-test-7 --no-select --secrets-provider awskms://alias/ml-ta-pulumi?region=eu-west-1",
                "pulumi stack tag set expires",
                "pulumi stack tag set region eu-west-1 --stack dr-test-7",
                "pulumi config set",
                "pulumi config rm --path ml-ta:restore",
                "pulumi config set",
                "pulumi config set --secret ml-ta:databasePassword",
                "pulumi config set --secret ml-ta:cacheToken",
                $"dotnet run --project infra -- preview --stack dr-test-7 --config-file {good.Project.Results}/Pulumi.dr-test-7.yaml",
                $"pulumi up --yes --skip-preview --json --stack dr-test-7 --config-file {good.Project.Results}/Pulumi.dr-test-7.yaml",
                "aws eks update-kubeconfig --name ml-ta-dr-test-7 --region eu-west-1",
                "kubectl logs job/validate-database --namespace ml-ta",
                "kubectl logs job/validate-cache --namespace ml-ta",
                "kubectl logs job/validate-models --namespace ml-ta",
                "kubectl logs job/validate-api --namespace ml-ta",
                "aws eks update-kubeconfig",
                "kubectl get pods --selector app=ml-ta-api --namespace ml-ta",
                "kubectl delete pod --selector app=ml-ta-api --namespace ml-ta --wait=false",
                "kubectl get pods --selector app=ml-ta-api --namespace ml-ta",
                "kubectl get --raw /api/v1/namespaces/ml-ta/services/ml-ta-api:8080/proxy/health/active",
                "dotnet run --project infra -- evidence --path restore-copy-eu-west-1 "
                    + $"--results {good.Project.Results} --out {good.Project.Results}/evidence-dr-test-7.json --stack dr-test-7 --config-file {good.Project.Results}/Pulumi.dr-test-7.yaml",
                "pulumi stack ls",
                "pulumi cancel --yes --stack dr-test-7",
                Removal,
                "pulumi stack rm --yes --preserve-config --stack dr-test-7",
            ],
            Ordered(),
            (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task The_drill_is_configured_in_a_copy_of_the_committed_file()
    {
        var set = good.Project.Calls.Where(call => call.StartsWith("pulumi config set --path ", StringComparison.Ordinal)).ToList();
        Assert.All(set, call => Assert.EndsWith($" --plaintext --stack dr-test-7 --config-file {good.Project.Results}/Pulumi.dr-test-7.yaml", call, StringComparison.Ordinal));
        var values = set.Select(call => call.Split(' ')).ToDictionary(words => words[4], words => words[5]);
        Assert.Equal(
            [
                "ml-ta:region=eu-west-1", "ml-ta:rehearses=backup",
                "ml-ta:network.zones[0]=eu-west-1a", "ml-ta:network.zones[1]=eu-west-1b",
                $"ml-ta:workloads.registry={CommittedStacks.Backup.Workloads.Registry}", "ml-ta:workloads.version=1.0.0",
                $"ml-ta:restore.recoveryPoint={OneBackup.Copy}", "ml-ta:restore.time=2026-11-22T05:10:00Z",
            ],
            values.Where(value => !value.Key.StartsWith("ml-ta:drill.", StringComparison.Ordinal)).Select(value => $"{value.Key}={value.Value}"));
        Assert.Equal(TimeSpan.FromHours(5), Time(values["ml-ta:drill.expires"]) - Time(values["ml-ta:drill.startedAt"]));
        Assert.Contains($"pulumi stack tag set expires {values["ml-ta:drill.expires"]} --stack dr-test-7", good.Project.Calls);
        Assert.Equal(good.Committed, await File.ReadAllTextAsync(Path.Combine(good.Project.Folder, "Pulumi.dr-test.yaml")));
        Assert.False(File.Exists(Path.Combine(good.Project.Folder, "Pulumi.dr-test-7.yaml")));
        Assert.Equal(good.Committed + "encryptedkey: AAAA\n", await File.ReadAllTextAsync(Path.Combine(good.Project.Results, "Pulumi.dr-test-7.yaml")));
    }

    [NeedsRunnerTools]
    public async Task The_program_accepts_what_the_drill_is_configured_to_be()
    {
        var set = good.Project.Calls.Where(call => call.StartsWith("pulumi config set --path ", StringComparison.Ordinal)).Select(call => call.Split(' '));
        var overrides = set.SelectMany(words => new[] { "-c", $"{words[4]["ml-ta:".Length..]}={words[5]}" });

        await Typed.Good(["preview", "-s", "dr-test-7", "--config-file", Path.Combine(CommittedStacks.Folder, "Pulumi.dr-test.yaml"), "--config-path", .. overrides]);
    }

    [NeedsRunnerTools]
    public void A_secret_is_in_no_argument_and_is_not_printed()
    {
        Assert.Equal([RunnerProject.Secret + "\n", RunnerProject.Secret + "\n"], good.Project.SecretInputs);
        Assert.DoesNotContain(RunnerProject.Secret, good.Result.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(good.Project.Calls, call => call.Contains(RunnerProject.Secret, StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFiles(good.Project.Results), file => Assert.DoesNotContain(RunnerProject.Secret, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task What_was_measured_is_in_the_results_folder()
    {
        Assert.Equal(Enumerable.Repeat(OneBackup.GoodCheck, 4), await File.ReadAllLinesAsync(Path.Combine(good.Project.Results, "checks.ndjson")));
        Assert.Equal(["""{"sequence":0,"timestamp":1}"""], await File.ReadAllLinesAsync(Path.Combine(good.Project.Results, "events.ndjson")));
        var phase = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(Path.Combine(good.Project.Results, "phases.ndjson"))))!;
        Assert.Equal("workloads.restart", phase["phase"]!.GetValue<string>());
        Assert.True(Time(phase["startedAt"]!.GetValue<string>()) <= Time(phase["finishedAt"]!.GetValue<string>()));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The calls, those that set plain values as one, without <c>openssl</c>, which runs beside what reads from it.</summary>
    private List<string> Ordered()
    {
        List<string> calls = [];
        foreach (var call in good.Project.Calls.Where(call => !call.StartsWith("openssl ", StringComparison.Ordinal)))
        {
            var shown = call.StartsWith("pulumi config set --path", StringComparison.Ordinal) ? "pulumi config set" : call;
            if (calls.Count == 0 || calls[^1] != shown || shown != "pulumi config set")
            {
                calls.Add(shown);
            }
        }

        return calls;
    }
}
