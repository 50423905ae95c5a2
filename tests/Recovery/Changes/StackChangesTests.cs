using System.Text.Json.Nodes;
using MlTa.Recovery.Changes;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

public sealed class StackChangesTests
{
    [Fact]
    public void What_is_declared_alike_is_no_change()
    {
        var inputs = new JsonObject { ["tags"] = new JsonObject { ["a"] = 1 }, ["list"] = new JsonArray(1, "two") };

        Assert.Empty(Declared.Changes([Declared.Database(inputs)], [Declared.Database(inputs.DeepClone().AsObject())]));
    }

    [Fact]
    public void Graphs_of_two_stacks_are_not_compared()
    {
        var e = Assert.Throws<ArgumentException>(() => StackChanges.Between(new("one", "us-east-1", Role.Active, []), new("two", "us-east-1", Role.Active, [])));

        Assert.StartsWith("both graphs have to be of one stack, got one and two", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_come_in_the_order_of_urns_and_components_are_none()
    {
        var component = Declared.Resource("ml-ta:index:Thing", "thing", []) with { IsComponent = true };
        var b = Declared.Resource("aws:sns/topic:Topic", "b", []);
        var a = Declared.Resource("aws:sns/topic:Topic", "a", []);

        Assert.Equal(
            ["Delete aws:sns/topic:Topic a", "Create aws:sns/topic:Topic b"],
            Declared.Changes([a], [component, b]).Texts());
    }

    [Fact]
    public void What_leaves_the_stack_is_deleted_unless_it_said_before_that_it_stays()
    {
        var topic = Declared.Resource("aws:sns/topic:Topic", "topic", []);

        Assert.Equal(ChangeKind.Delete, Declared.Dropped(topic).Kind);
        Assert.Equal(ChangeKind.Retain, Declared.Dropped(topic with { RetainOnDelete = true }).Kind);
    }

    [Theory]
    [InlineData("name", ChangeKind.Replace, "name can only be set when it is made")]
    [InlineData("displayName", ChangeKind.Update, "")]
    [InlineData("fresh", ChangeKind.Unknown, "nobody has said what a change of fresh does")]
    public void The_facts_decide_what_a_change_does(string property, ChangeKind kind, string why)
    {
        var change = Declared.Change(
            Declared.Resource("aws:sns/topic:Topic", "topic", new() { [property] = "a" }),
            Declared.Resource("aws:sns/topic:Topic", "topic", new() { [property] = "b" }));

        Assert.Equal((kind, why), (change.Kind, change.Why));
        Assert.Equal([property], change.Properties);
    }

    [Fact]
    public void A_type_without_facts_is_unknown()
    {
        var change = Declared.Change(Declared.Resource("aws:new/thing:Thing", "thing", []), Declared.Resource("aws:new/thing:Thing", "thing", new() { ["a"] = 1 }));

        Assert.Equal(ChangeKind.Unknown, change.Kind);
    }

    /// <summary>It is the worst that is sure to happen.</summary>
    [Fact]
    public void What_replaces_outweighs_what_is_unknown_and_that_what_is_in_place()
    {
        var before = Declared.Resource("aws:sns/topic:Topic", "topic", []);

        Assert.Equal(ChangeKind.Replace, Declared.Change(before, before with { Inputs = new() { ["name"] = "a", ["fresh"] = 1 } }).Kind);
        Assert.Equal(ChangeKind.Unknown, Declared.Change(before, before with { Inputs = new() { ["displayName"] = "a", ["fresh"] = 1 } }).Kind);
    }

    [Fact]
    public void Nested_values_have_facts_of_their_own()
    {
        var before = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 1, ["selector"] = new JsonObject { ["app"] = "a" } } });
        var more = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 2, ["selector"] = new JsonObject { ["app"] = "a" } } });
        var other = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 1, ["selector"] = new JsonObject { ["app"] = "b" } } });

        var scaled = Declared.Change(before, more);
        Assert.Equal(ChangeKind.Update, scaled.Kind);
        Assert.Equal(["spec.replicas"], scaled.Properties);
        Assert.Equal(ChangeKind.Replace, Declared.Change(before, other).Kind);
    }

    /// <summary>A new object brings all its values with it, not only its own name.</summary>
    [Fact]
    public void What_appears_or_goes_as_a_whole_differs_in_every_value()
    {
        var without = Declared.Deployment([]);
        var with = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 1, ["selector"] = new JsonObject { ["app"] = "a" } } });

        Assert.Equal(["spec.replicas", "spec.selector.app"], Declared.Change(without, with).Properties);
        Assert.Equal(["spec.replicas", "spec.selector.app"], Declared.Change(with, without).Properties);
    }

    [Fact]
    public void Places_in_lists_and_odd_names_are_written_as_pulumi_does()
    {
        var change = Declared.Change(
            Declared.Deployment(new() { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["a.b/c"] = "1" } }, ["spec"] = new JsonArray(1, new JsonObject { ["x"] = 1 }) }),
            Declared.Deployment(new() { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["a.b/c"] = "2" } }, ["spec"] = new JsonArray(1, new JsonObject { ["x"] = 2 }, 3) }));

        Assert.Equal(["metadata.labels[\"a.b/c\"]", "spec[1].x", "spec[2]"], change.Properties);
        Assert.Equal(ChangeKind.Update, change.Kind);
    }

    [Theory]
    [InlineData("spec", 0)]
    [InlineData("spec.replicas", 2)]
    [InlineData("spec.ports[0]", 2)]
    [InlineData("spec.ports[*].name", 1)]
    [InlineData("spec[\"ports\"][1].name", 2)]
    [InlineData("spec.*", 0)]
    [InlineData("spe", 3)]
    public void What_a_resource_says_to_ignore_is_no_change(string ignored, int left)
    {
        var before = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 1, ["ports"] = Ports("a", "b") } });
        var after = Declared.Deployment(new() { ["spec"] = new JsonObject { ["replicas"] = 2, ["ports"] = Ports("c", "d") } }) with { IgnoreChanges = [ignored] };

        Assert.Equal(left, Declared.Changes([before], [after]).SelectMany(change => change.Properties).Count());
        // What it said before does not count any more.
        Assert.Equal(3, Declared.Change(before with { IgnoreChanges = [ignored] }, after with { IgnoreChanges = [] }).Properties.Count);
    }

    [Fact]
    public void What_moves_to_another_region_is_made_anew()
    {
        var topic = Declared.Resource("aws:sns/topic:Topic", "topic", []);

        var change = Declared.Change(topic, topic with { Region = "eu-west-1" });

        Assert.Equal((ChangeKind.Replace, "it moves from us-east-1 to eu-west-1"), (change.Kind, change.Why));
    }

    [Fact]
    public void The_engine_refuses_what_takes_away_or_replaces_what_is_protected()
    {
        var topic = Declared.Resource("aws:sns/topic:Topic", "topic", []) with { Protect = true };
        var renamed = topic with { Inputs = new() { ["name"] = "other" } };

        Assert.True(Declared.Dropped(topic).IsRefused);
        Assert.True(Declared.Dropped(topic with { RetainOnDelete = true }).IsRefused);
        Assert.True(Declared.Change(topic, renamed).IsRefused);
        Assert.False(Declared.Change(topic, renamed with { Protect = false }).IsRefused);
        Assert.False(Declared.Change(topic, topic with { Inputs = new() { ["displayName"] = "other" } }).IsRefused);
        Assert.False(Declared.Created(topic).IsRefused);
    }

    private static JsonArray Ports(params string[] names) => [.. names.Select(name => new JsonObject { ["name"] = name })];
}
