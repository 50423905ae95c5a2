using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Tests.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>What a pull request gains or loses, a sentence for each thing.</summary>
public sealed class AssessmentDifferencesTests
{
    [Fact]
    public async Task The_same_files_differ_in_nothing() =>
        Assert.Empty(AssessmentDifferences.Between(await Assessed.CommittedAsync(), await Assessed.OfAsync(Plans.Committed)));

    [Fact]
    public async Task Without_the_lag_alarm_what_is_lost_has_no_bound()
    {
        var without = await Assessed.DeclaringAsync(resource => resource.Name == "replica-lag" ? null : resource);
        var differences = AssessmentDifferences.Between(await Assessed.CommittedAsync(), without);

        Assert.Equal(
            [
                "lost: loss of us-west-2: data of an unknown time is lost instead of 15 min",
                "lost: loss of eu-west-1+us-west-2: data of an unknown time is lost instead of 15 min",
                "lost: loss of eu-west-1-then-us-west-2: data of an unknown time is lost instead of 15 min",
            ],
            differences.Where(sentence => sentence.Contains(": loss of ", StringComparison.Ordinal)));
        Assert.Contains(differences, sentence => sentence.StartsWith("lost: replica-lag-alarmed ", StringComparison.Ordinal));
        Assert.Contains("lost: recovery-point us-west-2: database loses more than anybody can say, and the objective is 15 min; AWS gives no bound for the lag, and no alarm bounds it", differences);
        Assert.DoesNotContain(differences, sentence => sentence.StartsWith("gained", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_replication_time_control_models_have_no_bound()
    {
        var differences = AssessmentDifferences.Between(await Assessed.CommittedAsync(), await Assessed.DeclaringAsync(WithoutTimeControl));

        Assert.Contains("lost: loss of us-west-2: data of an unknown time is lost instead of 15 min", differences);
        Assert.Contains(differences, sentence => sentence.StartsWith("lost: replication-timed urn:", StringComparison.Ordinal) && sentence.Contains("models-replication", StringComparison.Ordinal));
        Assert.Contains("lost: recovery-point us-west-2: models loses more than anybody can say, and the objective is 15 min; no replication time control: S3 gives no bound", differences);
    }

    [Fact]
    public async Task A_database_in_one_zone_is_lost_with_it()
    {
        var differences = AssessmentDifferences.Between(await Assessed.CommittedAsync(), await InOneZoneAsync());

        Assert.Contains("lost: loss of zone: nobody serves instead of primary: Of the database there is nothing in another zone.", differences);
        Assert.Contains("lost: recovery-reachable zone: Of the database there is nothing in another zone.", differences);
        Assert.Contains(differences, sentence => sentence.StartsWith("lost: database-in-two-zones ", StringComparison.Ordinal));
        Assert.DoesNotContain(differences, sentence => sentence.Contains("loss of zone: data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_lost_in_one_direction_is_gained_in_the_other()
    {
        var (with, without) = (await Assessed.CommittedAsync(), await InOneZoneAsync());
        var lost = AssessmentDifferences.Between(with, without);
        var gained = AssessmentDifferences.Between(without, with);

        Assert.Equal(lost.Count, gained.Count);
        Assert.All(lost, sentence => Assert.StartsWith("lost: ", sentence, StringComparison.Ordinal));
        Assert.All(gained, sentence => Assert.StartsWith("gained: ", sentence, StringComparison.Ordinal));
        Assert.Contains("gained: loss of zone: primary serves instead of nobody: Database and cache move to another zone by themselves, and pods run in the others already.", gained);
        Assert.Contains("gained: no longer found: recovery-reachable zone: Of the database there is nothing in another zone.", gained);
    }

    [Fact]
    public async Task A_finding_that_somebody_accepts_is_not_gone_and_one_whose_waiver_went_is_not_new()
    {
        var with = await Assessed.CommittedAsync();
        var without = await Assessed.OfAsync(Plans.Committed.With("backup", backup => backup with { Waivers = [.. backup.Waivers.Where(waiver => waiver.Subject != "service")] }));
        const string Finding = "recovery-time service: users cannot work for 32 min, at worst 52 (assumed), and the target is 30 min";

        Assert.Equal([$"lost: no longer accepted: {Finding}"], AssessmentDifferences.Between(with, without));
        Assert.Equal([$"lost: accepted from now on: {Finding}"], AssessmentDifferences.Between(without, with));
    }

    /// <summary>The on-call engineer has to have looked first, so that not all of the ten minutes are gained.</summary>
    [Fact]
    public async Task Earlier_calls_are_gained_in_minutes()
    {
        var earlier = Plans.Committed.Stacks.Aggregate(Plans.Committed, (all, stack) => all.With(stack.WithEscalation(levels => levels with { ManagementAfterMinutes = 20 })));
        var differences = AssessmentDifferences.Between(await Assessed.CommittedAsync(), await Assessed.OfAsync(earlier));

        Assert.Contains("gained: loss of us-west-2: users are out for 76.5 (45.5 to 150.5) min instead of 84.5 (55.5 to 150.5) min", differences);
    }

    [Fact]
    public async Task Losses_that_only_one_side_knows_are_named()
    {
        var (three, two) = (await Assessed.CommittedAsync(), await Assessed.OfAsync(Plans.Committed.Without("backup")));

        Assert.Contains("changed: eu-west-1 cannot happen any more", AssessmentDifferences.Between(three, two));
        Assert.Contains("changed: eu-west-1 can happen now: primary goes on as it is.", AssessmentDifferences.Between(two, three));
    }

    private static Task<Assessment> InOneZoneAsync() =>
        Assessed.OfAsync(Plans.Committed.With("primary", primary => primary.WithDatabase(database => database with { MultiAz = false })));

    private static DeclaredResource WithoutTimeControl(DeclaredResource resource)
    {
        if (resource.Name != "models-replication" || resource.Type != "aws:s3/bucketReplicationConfig:BucketReplicationConfig")
        {
            return resource;
        }

        var inputs = resource.Inputs.DeepClone().AsObject();
        foreach (var rule in inputs["rules"]!.AsArray())
        {
            ((JsonObject)rule!["destination"]!).Remove("replicationTime");
        }

        return resource with { Inputs = inputs };
    }
}
