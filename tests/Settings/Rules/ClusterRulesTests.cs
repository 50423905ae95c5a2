using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class ClusterRulesTests
{
    private const string Ranges = "cluster.publicAccessCidrs: ";

    [Theory]
    [InlineData("1.35", true)]
    [InlineData("1.40", true)]
    [InlineData("1.9", false)]
    [InlineData("1.100", false)]
    [InlineData("2.35", false)]
    [InlineData("1.35.1", false)]
    [InlineData("v1.35", false)]
    [InlineData("latest", false)]
    [InlineData("", false)]
    public void A_version_is_a_minor_one_of_kubernetes(string version, bool accepted) => Check(
        accepted ? null : $"cluster.version: expected a minor version of Kubernetes in quotes such as \"1.35\", got '{version}'",
        cluster => cluster with { Version = version });

    [Theory]
    [InlineData("203.0.113.7/32", null)]
    [InlineData("11.0.0.0/8", null)]
    [InlineData("10.0.0.0/7", "the API server is for the pipeline and the office, so give ranges of /8 or smaller, got '10.0.0.0/7'")]
    [InlineData("0.0.0.0/0", "the API server is for the pipeline and the office, so give ranges of /8 or smaller, got '0.0.0.0/0'")]
    [InlineData("::/0", "expected IPv4 ranges without host bits such as 203.0.113.0/24, got '::/0'")]
    [InlineData("203.0.113.7/24", "expected IPv4 ranges without host bits such as 203.0.113.0/24, got '203.0.113.7/24'")]
    [InlineData("203.0.113.7", "expected IPv4 ranges without host bits such as 203.0.113.0/24, got '203.0.113.7'")]
    [InlineData("", "expected IPv4 ranges without host bits such as 203.0.113.0/24, got ''")]
    [InlineData("10.0.0.0/8", "EKS refuses private addresses, which never arrive from the internet, so leave them out, got '10.0.0.0/8'")]
    [InlineData("192.168.7.0/24", "EKS refuses private addresses, which never arrive from the internet, so leave them out, got '192.168.7.0/24'")]
    [InlineData("172.0.0.0/8", "EKS refuses private addresses, which never arrive from the internet, so leave them out, got '172.0.0.0/8'")]
    [InlineData("172.32.0.0/16", null)]
    public void The_api_server_is_opened_to_a_few_public_addresses(string range, string? problem) => Check(
        problem is null ? null : Ranges + problem, cluster => cluster with { PublicAccessCidrs = ["198.51.100.0/24", range] });

    [Fact]
    public void The_api_server_may_be_opened_to_nobody() => Check(null, cluster => cluster with { PublicAccessCidrs = [] });

    [Theory]
    [InlineData("m6i.large", true)]
    [InlineData("u-6tb1.metal", true)]
    [InlineData("x2iedn.32xlarge", true)]
    [InlineData("m6i", false)]
    [InlineData(".large", false)]
    [InlineData("M6I.large", false)]
    [InlineData("db.m6i.large", false)]
    [InlineData("m6i.large ", false)]
    public void An_instance_type_is_one_of_ec2(string instanceType, bool accepted) => Check(
        accepted ? null : $"cluster.instanceType: expected an EC2 instance type such as m6i.large, got '{instanceType}'",
        cluster => cluster with { InstanceType = instanceType });

    [Theory]
    [InlineData(0, "cluster.minimumNodesPerZone: a zone without nodes takes over nothing from another, so give at least 1, got 0")]
    [InlineData(1, null)]
    public void Every_zone_has_nodes(int minimum, string? problem) => Check(problem, cluster => cluster with { MinimumNodesPerZone = minimum });

    [Theory]
    [InlineData(3, null)]
    [InlineData(2, "cluster.maximumNodesPerZone: expected at least minimumNodesPerZone (3), got 2")]
    public void The_autoscaler_does_not_stop_below_the_minimum(int maximum, string? problem) =>
        Check(problem, cluster => cluster with { MinimumNodesPerZone = 3, MaximumNodesPerZone = maximum });

    [Fact]
    public void A_standby_has_the_nodes_of_the_active_stack() => Verdict.IsAcross(
        [
            CommittedStacks.Primary,
            CommittedStacks.Secondary.WithCluster(cluster => cluster with { InstanceType = "m6i.xlarge", MinimumNodesPerZone = 1, MaximumNodesPerZone = 6 }),
            CommittedStacks.Backup,
        ],
        "Pulumi.secondary.yaml: ml-ta:cluster.instanceType: a standby inherits the whole load, so it is as large as the active stack, which has 'm6i.large' in Pulumi.primary.yaml, got 'm6i.xlarge'",
        "Pulumi.secondary.yaml: ml-ta:cluster.minimumNodesPerZone: a standby inherits the whole load, so it is as large as the active stack, which has '2' in Pulumi.primary.yaml, got '1'",
        "Pulumi.secondary.yaml: ml-ta:cluster.maximumNodesPerZone: a standby inherits the whole load, so it is as large as the active stack, which has '5' in Pulumi.primary.yaml, got '6'");

    [Fact]
    public void A_standby_may_run_another_version() => Verdict.IsAcross(
        [CommittedStacks.Primary, CommittedStacks.Secondary.WithCluster(cluster => cluster with { Version = "1.36" }), CommittedStacks.Backup]);

    [Fact]
    public void An_archive_and_a_fenced_stack_are_compared_with_nobody() => Verdict.IsAcross(
        [
            CommittedStacks.Primary.WithCluster(cluster => cluster with { InstanceType = "m6i.xlarge" }) with { Role = Role.Fenced },
            CommittedStacks.Secondary with { Role = Role.Active },
            CommittedStacks.Backup.WithCluster(cluster => cluster with { InstanceType = "m6i.2xlarge" }),
        ]);

    private static void Check(string? problem, Func<ClusterSettings, ClusterSettings> change) => Verdict.Is(problem, CommittedStacks.Primary.WithCluster(change));
}
