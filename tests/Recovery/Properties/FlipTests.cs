using MlTa.Recovery;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Proofs;
using Xunit;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>What must hold of every failover, whatever the settings are and whatever was before. Each number costs some twenty evaluations, of a tenth of a second or two.</summary>
public sealed class FlipTests
{
    private const int Estates = 8;

    /// <summary>None of them can be changed while a region is lost, or none of them may be touched.</summary>
    private static readonly string[] s_untouched = ["aws:iam/", "aws:s3/", "aws:kms/", "aws:lb/", "aws:eks/", "aws:ec2/", "aws:vpc/", "pulumi:providers:"];

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Estates));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Every_flip_is_safe_and_every_way_back_closes(int number)
    {
        var estate = RandomEstates.Of(number);
        var graphs = new GraphCache();

        await IsSafeAsync(estate, await FailoverPlan.SuddenAsync(estate, estate.Standby!.Stack, new HashSet<string> { estate.Active!.Region }, graphs), graphs);
        await IsSafeAsync(estate, await FailoverPlan.GracefulAsync(estate, estate.Standby.Stack, graphs), graphs);
        Assert.Empty((await WayBack.HomeAsync(estate, graphs)).Problems);
        Assert.Empty((await WayBack.OnwardAsync(estate, graphs))?.Problems ?? []);
    }

    /// <summary>It could not see the checks that it keeps. While us-east-1 is lost nobody could change its records either.</summary>
    [Fact]
    public async Task A_keeper_of_the_records_anywhere_but_in_us_east_1_is_found()
    {
        var estate = RandomEstates.Of(0, "eu-west-3");
        var findings = DeclarationRules.Check(estate.Stacks, await new GraphCache().OfAsync(estate.Stacks));

        Assert.Equal([estate.KeeperOfRecords!.Stack], findings.Where(finding => finding.Rule == "health-checks-watched-where-they-are").Select(finding => finding.Stack).Distinct());
    }

    private static async Task IsSafeAsync(Estate estate, RecoveryPlan plan, GraphCache graphs)
    {
        var declared = await graphs.OfAsync(estate.Stacks);
        var orders = WriterOrders.Of(plan.Planned.Ups, declared, plan.Lost);
        var flip = plan.Planned[FailOver.ActivatePhase].Changes;
        var changes = plan.Planned.Ups.SelectMany(up => up.Changes).ToList();

        Assert.Empty(Refusals.Of(plan.Ups, declared, plan.Lost));
        Assert.True(orders.IsStatedOrderSafe);
        Assert.Equal([estate.Standby!.Region], flip.SelectMany(ChangeApis.TouchedRegions).Distinct());
        Assert.Equal(["replicateSourceDb"], Assert.Single(changes, change => change.Kind == ChangeKind.Promote).ModifiedProperties());
        Assert.DoesNotContain(changes, change => change.Kind is ChangeKind.Replace or ChangeKind.Impossible or ChangeKind.Unknown || change.IsRefused);
        Assert.DoesNotContain(changes, DataResources.IsLoss);
        Assert.DoesNotContain(flip, change => s_untouched.Any(type => change.Resource.Type.StartsWith(type, StringComparison.Ordinal)));
    }
}
