using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>What each stack has, by name alone: a resource that is lost, or renamed and so replaced, shows in the review of these files.</summary>
public sealed class InventoryTests
{
    private const string ComponentType = "ml-ta:index:";

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    [InlineData("backup")]
    public async Task A_stack_has_what_was_approved(string stack)
    {
        var graph = (await DeclaredStacks.AllAsync()).Single(graph => graph.Stack == stack);

        Snapshot.Match($"inventory-{stack}", string.Join('\n', Lines(graph)));
    }

    [Fact]
    public async Task A_drill_has_what_was_approved() =>
        Snapshot.Match("inventory-drill", string.Join('\n', Lines(await CommittedDrill.GraphAsync())));

    [Fact]
    public async Task An_inventory_has_a_line_for_every_resource()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(graph.Resources.Count + 1, Lines(graph).Count());
        }
    }

    /// <summary>What holds others first, then what it holds, a step further in.</summary>
    private static IEnumerable<string> Lines(StackGraph graph) =>
        [$"{graph.Stack}: {graph.Resources.Count(resource => !resource.IsComponent)} resources", .. Held(graph, parent: null, indent: "")];

    private static IEnumerable<string> Held(StackGraph graph, string? parent, string indent) => graph.Resources
        .Where(resource => resource.Parent == parent)
        .OrderBy(resource => resource.IsComponent)
        .ThenBy(resource => resource.Type, StringComparer.Ordinal)
        .ThenBy(resource => resource.Name, StringComparer.Ordinal)
        .SelectMany(resource => Held(graph, resource.Urn, indent + "  ").Prepend($"{indent}{resource.Type.Replace(ComponentType, "", StringComparison.Ordinal)} {resource.Name}"));
}
