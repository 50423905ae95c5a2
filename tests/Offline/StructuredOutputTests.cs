using System.Text.Json;
using MlTa.Offline;
using MlTa.Tests.Contract.Samples;
using MlTa.Tests.Support;
using Pulumi;
using Pulumi.Aws.Acm;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>Outputs that are lists and objects, where another resource takes a part of one.</summary>
public sealed class StructuredOutputTests
{
    [Fact]
    public async Task The_certificate_of_a_clusters_authority_is_aws_s_to_assign() => Assert.Equal(
        "${aws:eks/cluster:Cluster::cluster.certificateAuthority/data}",
        await Shown(() => Cluster().CertificateAuthority.Apply(authority => authority.Data!)));

    [Fact]
    public async Task A_cluster_knows_its_security_group_and_what_it_was_given()
    {
        Assert.Equal(
            "${aws:eks/cluster:Cluster::cluster.vpcConfig/clusterSecurityGroupId}",
            await Shown(() => Cluster().VpcConfig.Apply(config => config.ClusterSecurityGroupId!)));
        Assert.Equal("subnet-a subnet-b", await Shown(() => Cluster().VpcConfig.Apply(config => string.Join(' ', config.SubnetIds))));
        Assert.Equal("True", await Shown(() => Cluster().VpcConfig.Apply(config => $"{config.EndpointPrivateAccess}")));
    }

    [Fact]
    public async Task A_node_group_has_one_autoscaling_group() => Assert.Equal(
        "1 ${aws:eks/nodeGroup:NodeGroup::nodes.resources/autoscalingGroups/name}",
        await Shown(() => Nodes().Resources.Apply(resources => $"{resources.Length} {resources.Single().AutoscalingGroups.Single().Name}")));

    [Fact]
    public async Task A_certificate_has_an_option_for_its_own_name_and_then_one_for_each_other_in_their_order() => Assert.Equal(
        "api.example.com b.example.com a.example.com",
        await Shown(() => Certificate("b.example.com", "a.example.com").DomainValidationOptions.Apply(options =>
            string.Join(' ', options.Select(option => option.DomainName)))));

    [Fact]
    public async Task A_certificate_may_have_one_name() => Assert.Equal(
        "1", await Shown(() => Certificate().DomainValidationOptions.Apply(options => $"{options.Length}")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_record_that_proves_a_name_is_acm_s_to_assign(int index) => Assert.Equal(
        string.Join(' ', ((string[])["Name", "Type", "Value"]).Select(part =>
            $"${{aws:acm/certificate:Certificate::certificate.domainValidationOptions/{index}/resourceRecord{part}}}")),
        await Shown(() => Certificate("b.example.com").DomainValidationOptions.Apply(options =>
            $"{options[index].ResourceRecordName} {options[index].ResourceRecordType} {options[index].ResourceRecordValue}")));

    [Fact]
    public async Task A_part_makes_a_dependency_as_any_other_output_does()
    {
        var taker = await Taker(() => Cluster().CertificateAuthority.Apply(authority => authority.Data!));

        Assert.Equal([$"{Evaluated.UrnStart}aws:eks/cluster:Cluster::cluster"], taker.DataDependsOn);
    }

    [Fact]
    public async Task A_part_survives_in_json() => Assert.Equal(
        "${aws:eks/cluster:Cluster::cluster.certificateAuthority/data}",
        JsonDocument.Parse(await Shown(() => Output.JsonSerialize(Output.Create(new Dictionary<string, Output<string>>
        {
            ["ca"] = Cluster().CertificateAuthority.Apply(authority => authority.Data!),
        })))).RootElement.GetProperty("ca").GetString());

    [Fact]
    public async Task A_list_or_an_object_that_nobody_has_described_is_refused() => Assert.Contains(
        "the label of sample:index:Volume 'taker' is made of an output of aws:eks/cluster:Cluster 'cluster' that is not known offline",
        await Evaluated.Failure(() => _ = Take(Cluster().Identities.Apply(identities => identities[0].Oidcs[0].Issuer!))),
        StringComparison.Ordinal);

    private static async Task<string> Shown(Func<Output<string>> output) => (await Taker(output)).Text("label");

    private static Task<DeclaredResource> Taker(Func<Output<string>> output) => Evaluated.Resource("taker", () => _ = Take(output()));

    private static Volume Take(Output<string> output) => new("taker", new() { Label = output });

    private static Cluster Cluster() => new("cluster", new()
    {
        Name = "mine",
        RoleArn = "arn:aws:iam::111122223333:role/cluster",
        VpcConfig = new ClusterVpcConfigArgs { SubnetIds = { "subnet-a", "subnet-b" }, EndpointPrivateAccess = true },
    });

    private static NodeGroup Nodes() => new("nodes", new()
    {
        ClusterName = "mine",
        NodeRoleArn = "arn:aws:iam::111122223333:role/nodes",
        SubnetIds = { "subnet-a" },
        ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = 1, MaxSize = 1, DesiredSize = 1 },
    });

    private static Certificate Certificate(params string[] others) => new("certificate", new()
    {
        DomainName = "api.example.com",
        SubjectAlternativeNames = [.. others.Select(name => (Input<string>)name)],
        ValidationMethod = "DNS",
    });
}
