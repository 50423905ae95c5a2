using System.Text.Json.Nodes;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Findings.Drills;
using MlTa.Tests.Recovery.Mutations;
using MlTa.Tests.Support;
using Xunit;
using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Findings;

/// <summary>Each way in which a drill could touch production, stay, or prove nothing is found by the rule that is there for it, and by no other.</summary>
public sealed class DrillRulesTests
{
    private const string Drill = "dr-test-20261101";

    private static readonly IReadOnlyList<GraphMutation> s_mutations =
    [
        new("a vault of its own", s => s.With($"{Drill} {T.Vpc}", group => group with { Type = T.Vault }), "drill-needs-only"),
        new("the region's settings", s => s.With($"{Drill} {T.Vpc}", group => group with { Type = T.BackupRegion }), "drill-needs-only"),
        new("a record of the service", s => s.With($"{Drill} {T.Vpc}", group => group with { Type = T.Record }), "drill-needs-only"),
        new("a key", s => s.With($"{Drill} {T.Vpc}", group => group with { Type = T.Key }), "drill-needs-only"),
        new("a way to the internet", s => s.With($"{Drill} {T.Vpc}", group => group with { Type = "aws:ec2/internetGateway:InternetGateway" }), "drill-needs-only"),
        new("an endpoint in another region", s => s.Say($"{Drill} {T.VpcEndpoint} network-sts", "us-east-1.sts", "us-west-2.sts"), "drill-has-no-way-out"),
        new("a bucket that can be written", s => s.Say($"{Drill} {T.VpcEndpoint} network-s3", "s3:ListBucket", "s3:PutObject"), "drill-has-no-way-out"),
        new("any bucket that can be read", s => s.Say($"{Drill} {T.VpcEndpoint} network-s3", "arn:aws:s3:::ml-ta-models-secondary/*", "*"), "drill-has-no-way-out"),
        new("everything but something", s => s.Say($"{Drill} {T.VpcEndpoint} network-s3", "Action", "NotAction"), "drill-has-no-way-out"),
        new("pods that may write", s => s.Say($"{Drill} aws:iam/rolePolicy:RolePolicy", "s3:GetObject", "s3:*"), "drill-reads-only"),
        new("pods that may read anything", s => s.Say($"{Drill} aws:iam/rolePolicy:RolePolicy", "arn:aws:s3:::ml-ta-models-secondary/*", "arn:aws:s3:::*"), "drill-reads-only"),
        new("nodes that may do anything", s => s.Say($"{Drill} aws:iam/rolePolicyAttachment:RolePolicyAttachment cluster-nodes-join", "AmazonEKSWorkerNodePolicy", "AdministratorAccess"), "drill-reads-only"),
        new("S3 without a policy", s => s.Set($"{Drill} {T.VpcEndpoint} network-s3", "policy", null), "drill-has-no-way-out"),
        new("a public database", s => s.Set($"{Drill} {T.Database}", "publiclyAccessible", true), "drill-has-no-way-out"),
        new("the name of the replica", s => s.Set($"{Drill} {T.Database}", "identifier", "ml-ta-production-replica"), "drill-names-nothing-of-production"),
        new("the name of the standby's cluster", s => s.Set($"{Drill} {T.Cluster}", "name", "ml-ta-secondary"), "drill-names-nothing-of-production"),
        new("production's data", s => s.Say($"{Drill} {T.Job} validation-models", "ml-ta-models-secondary", "ml-ta-data-secondary"), "drill-names-nothing-of-production"),
        new("a protected database", s => s.With($"{Drill} {T.Database}", database => database with { Protect = true }), "drill-is-disposable"),
        new("a cluster that stays", s => s.Set($"{Drill} {T.Cluster}", "deletionProtection", true), "drill-is-disposable"),
        new("a cache that is kept", s => s.With($"{Drill} {T.Cache}", cache => cache with { RetainOnDelete = true }), "drill-is-disposable"),
        new("a final snapshot", s => s.Set($"{Drill} {T.Database}", "skipFinalSnapshot", false), "drill-is-disposable"),
        new("backups of a drill", s => s.Set($"{Drill} {T.Database}", "backupRetentionPeriod", 1), "drill-is-disposable"),
        new("backups that stay", s => s.Set($"{Drill} {T.Database}", "deleteAutomatedBackups", null), "drill-is-disposable"),
        new("nothing says when it ends", s => s.Say($"{Drill} {T.AwsProvider}", "expires", "ends"), "drill-expires"),
        new("nodes end at another time", s => s.Set($"{Drill} {T.LaunchTemplate}", "tagSpecifications[0].tags.expires", "2027-01-01T00:00:00Z"), "drill-expires"),
        new("nodes without tags", s => s.Set($"{Drill} {T.LaunchTemplate}", "tagSpecifications[1]", null), "drill-expires"),
        new("a cache that leaves snapshots", s => s.Set($"{Drill} {T.Cache}", "snapshotRetentionLimit", 1), "drill-is-disposable"),
        new("a cluster that is not destroyed", s => s.With($"{Drill} {T.Cluster}", cluster => cluster with { Inputs = ChangedInputs.Of(cluster, ("skipDestroy", true)) }), "drill-is-disposable"),
        new("a check that nobody waits for", s => s.Say($"{Drill} {T.Job} validation-api", "pulumi.com/replaceUnready", "pulumi.com/skipAwait"), "drill-checks-everything"),
        new("a check that always succeeds", s => s.Set($"{Drill} {T.Job} validation-api", "spec.template.spec.containers[0].command[1]", "/bin/true"), "drill-checks-everything"),
        new("no check of the data", s => s.Drop($"{Drill} {T.Job} validation-database"), "drill-checks-everything"),
        new("a check with another try", s => s.Set($"{Drill} {T.Job} validation-api", "spec.backoffLimit", 2), "drill-checks-everything"),
        new("a check that nobody starts", s => s.Set($"{Drill} {T.Job} validation-api", "spec.suspend", JsonValue.Create(true)), "drill-checks-everything"),
    ];

    public static TheoryData<string> Names => new(s_mutations.Select(mutation => mutation.Name));

    [Fact]
    public async Task The_committed_drill_has_no_gap() => Assert.Empty(await FoundAsync(_ => { }));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_gap_is_found(string name)
    {
        var mutation = s_mutations.Single(each => each.Name == name);

        Assert.Equal(mutation.Rules, (await FoundAsync(mutation.Change)).Select(finding => finding.Rule).Distinct());
    }

    /// <summary>One of them is judged while the file is read.</summary>
    [Fact]
    public void Every_rule_is_there_for_something_that_is_tried() => Assert.Equal(
        DrillRules.All.Select(rule => rule.Id).Except([DrillRules.Usable.Id]).Order(StringComparer.Ordinal),
        s_mutations.SelectMany(mutation => mutation.Rules).Distinct().Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<Finding>> FoundAsync(Action<ChangedStacks> change)
    {
        var changed = new ChangedStacks([await CommittedDrill.GraphAsync()]);
        change(changed);
        return DrillRules.Check(CommittedDrill.Settings, changed.Graphs.Single(), await DeclaredStacks.AllAsync());
    }
}
