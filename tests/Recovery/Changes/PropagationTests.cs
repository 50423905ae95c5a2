using System.Text.Json.Nodes;
using MlTa.Offline;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

/// <summary>What is made anew has another ID, which the tokens in the inputs of others do not show.</summary>
public sealed class PropagationTests
{
    private static readonly DeclaredResource s_network = Declared.Resource("aws:ec2/vpc:Vpc", "network", new() { ["cidrBlock"] = "10.0.0.0/16" });

    private static readonly DeclaredResource s_moved = s_network with { Inputs = new() { ["cidrBlock"] = "10.1.0.0/16" } };

    [Fact]
    public void Whoever_takes_the_id_of_what_is_replaced_changes_too_on_and_on()
    {
        var subnet = Declared.Resource("aws:ec2/subnet:Subnet", "a", new() { ["vpcId"] = "${aws:ec2/vpc:Vpc::network.id}" });
        var group = Declared.Resource("aws:rds/subnetGroup:SubnetGroup", "group", new() { ["subnetIds"] = new JsonArray("fixed", "${aws:ec2/subnet:Subnet::a.id}") });

        var changes = Declared.Changes([s_network, subnet, group], [s_moved, subnet, group]);

        Assert.Equal(
            ["Replace aws:ec2/subnet:Subnet a", "Replace aws:ec2/vpc:Vpc network", "Update aws:rds/subnetGroup:SubnetGroup group"],
            changes.Texts());
        Assert.Equal(["vpcId"], changes[0].Properties);
        Assert.Equal(["subnetIds[1]"], changes[2].Properties);
    }

    /// <summary>Under another parent it is another resource to the engine, though its name and its tokens stay.</summary>
    [Fact]
    public void What_is_moved_to_another_parent_has_a_new_id_too()
    {
        var subnet = Declared.Resource("aws:ec2/subnet:Subnet", "a", new() { ["vpcId"] = "${aws:ec2/vpc:Vpc::network.id}" });
        var moved = s_network with { Urn = "urn:pulumi:stack::ml-ta::ml-ta:index:Other$aws:ec2/vpc:Vpc::network" };

        Assert.Equal(
            ["Replace aws:ec2/subnet:Subnet a", "Delete aws:ec2/vpc:Vpc network", "Create aws:ec2/vpc:Vpc network"],
            Declared.Changes([s_network, subnet], [moved, subnet]).Texts());
    }

    /// <summary>A name that begins alike is another resource's.</summary>
    [Fact]
    public void Nobody_else_changes()
    {
        var other = Declared.Resource("aws:ec2/vpc:Vpc", "network-2", []);
        var subnet = Declared.Resource("aws:ec2/subnet:Subnet", "a", new() { ["vpcId"] = "${aws:ec2/vpc:Vpc::network-2.id}" });

        Assert.Equal(["Replace aws:ec2/vpc:Vpc network"], Declared.Changes([s_network, other, subnet], [s_moved, other, subnet]).Texts());
    }

    [Fact]
    public void An_update_in_place_keeps_the_id()
    {
        var subnet = Declared.Resource("aws:ec2/subnet:Subnet", "a", new() { ["vpcId"] = "${aws:ec2/vpc:Vpc::network.id}" });
        var named = s_network with { Inputs = new() { ["cidrBlock"] = "10.0.0.0/16", ["enableDnsSupport"] = true } };

        Assert.Equal(["Update aws:ec2/vpc:Vpc network"], Declared.Changes([s_network, subnet], [named, subnet]).Texts());
    }

    [Fact]
    public void A_part_of_a_text_counts_and_what_is_ignored_does_not()
    {
        var key = Declared.Resource("aws:kms/key:Key", "key", new() { ["multiRegion"] = false });
        var other = key with { Inputs = new() { ["multiRegion"] = true } };
        var database = Declared.Database(new() { ["kmsKeyId"] = "arn:aws:kms:us-east-1:111122223333:key/${aws:kms/key:Key::key.id}" });

        Assert.Equal(["Replace aws:kms/key:Key key", "Replace aws:rds/instance:Instance database"], Declared.Changes([key, database], [other, database]).Texts());
        Assert.Equal(["Replace aws:kms/key:Key key"], Declared.Changes([key, database], [other, database with { IgnoreChanges = ["kmsKeyId"] }]).Texts());
    }

    [Fact]
    public void A_changed_launch_template_gives_its_nodes_a_new_version()
    {
        var template = Declared.Resource("aws:ec2/launchTemplate:LaunchTemplate", "nodes", new() { ["description"] = "a" });
        var nodes = Declared.Resource(
            "aws:eks/nodeGroup:NodeGroup",
            "nodes",
            new() { ["launchTemplate"] = new JsonObject { ["id"] = "${aws:ec2/launchTemplate:LaunchTemplate::nodes.id}", ["version"] = "1" } });

        var changes = Declared.Changes([template, nodes], [template with { Inputs = new() { ["description"] = "b" } }, nodes]);

        Assert.Equal(["Update aws:ec2/launchTemplate:LaunchTemplate nodes", "Update aws:eks/nodeGroup:NodeGroup nodes"], changes.Texts());
        Assert.Equal(["launchTemplate.version"], changes[1].Properties);
    }

    [Fact]
    public void Another_cluster_behind_the_provider_replaces_all_its_objects()
    {
        var provider = Declared.Resource("pulumi:providers:kubernetes", "cluster", new() { ["clusterIdentifier"] = "a" });
        var deployment = Declared.Deployment([]);

        var changes = Declared.Changes([provider, deployment], [provider with { Inputs = new() { ["clusterIdentifier"] = "b" } }, deployment]);

        Assert.Equal(["Replace kubernetes:apps/v1:Deployment api", "Replace pulumi:providers:kubernetes cluster"], changes.Texts());
        Assert.Equal("its cluster is another one", changes[0].Why);
    }
}
