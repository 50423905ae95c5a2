using System.Text.Json.Nodes;
using MlTa.Offline;
using Xunit;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>A copy of evaluated graphs, to be broken by a mutation. Every change has to change something.</summary>
internal sealed class ChangedStacks(IReadOnlyList<StackGraph> graphs)
{
    private readonly List<(StackGraph Graph, List<DeclaredResource> Resources)> _stacks =
        [.. graphs.Select(graph => (graph, graph.Resources.Select(resource => resource with { Inputs = resource.Inputs.DeepClone().AsObject() }).ToList()))];

    public IReadOnlyList<StackGraph> Graphs => [.. _stacks.Select(stack => stack.Graph with { Resources = stack.Resources })];

    /// <summary>Gives an input another value, or takes it away.</summary>
    /// <param name="resource">STACK TYPE for all of a type, STACK TYPE NAME for one.</param>
    /// <param name="path">Such as <c>rules[0].lifecycle</c>.</param>
    /// <param name="value">Null takes the input away.</param>
    public ChangedStacks Set(string resource, string path, JsonNode? value)
    {
        foreach (var found in Find(resource))
        {
            var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
            var parent = steps[..^1].Aggregate((JsonNode)found.Inputs, (node, step) => Child(node, step) ?? throw new InvalidOperationException($"{found.Urn} has no {path}"));
            Assert.NotEqual(value?.ToJsonString(), Child(parent, steps[^1])?.ToJsonString());
            Put(parent, steps[^1], value?.DeepClone());
        }

        return this;
    }

    /// <summary>Takes a resource away, and nothing that was made with it.</summary>
    public ChangedStacks Drop(string resource) => Replace(resource, _ => null);

    /// <summary>Changes what is no input.</summary>
    public ChangedStacks With(string resource, Func<DeclaredResource, DeclaredResource> change) => Replace(resource, change);

    /// <summary>Writes one text for another, wherever it is in the inputs.</summary>
    public ChangedStacks Say(string resource, string text, string replacement) => Replace(resource, found =>
    {
        var inputs = found.Inputs.ToJsonString();
        Assert.Contains(text, inputs, StringComparison.Ordinal);
        return found with { Inputs = JsonNode.Parse(inputs.Replace(text, replacement, StringComparison.Ordinal))!.AsObject() };
    });

    /// <summary>Declares in another stack what a stack declares, with that stack's region wherever its own was.</summary>
    public ChangedStacks Move(string resource, string stack)
    {
        var (from, to) = (Stack(resource.Split(' ')[0]), Stack(stack));
        foreach (var found in Find(resource))
        {
            from.Resources.Remove(found);
            var inputs = found.Inputs.ToJsonString().Replace(from.Graph.Region, to.Graph.Region, StringComparison.Ordinal);
            to.Resources.Add(found with { Urn = found.Urn.Replace($":{from.Graph.Stack}::", $":{to.Graph.Stack}::", StringComparison.Ordinal), Region = to.Graph.Region, Inputs = JsonNode.Parse(inputs)!.AsObject() });
        }

        return this;
    }

    /// <summary>Declares one more of something, under another name.</summary>
    public ChangedStacks Again(string resource, string name, Func<DeclaredResource, DeclaredResource> change)
    {
        var found = Assert.Single(Find(resource));
        Stack(resource.Split(' ')[0]).Resources.Add(change(found with { Name = name, Urn = $"{found.Urn}-{name}", Inputs = found.Inputs.DeepClone().AsObject() }));
        return this;
    }

    private ChangedStacks Replace(string resource, Func<DeclaredResource, DeclaredResource?> change)
    {
        var resources = Stack(resource.Split(' ')[0]).Resources;
        foreach (var found in Find(resource))
        {
            var index = resources.IndexOf(found);
            resources.RemoveAt(index);
            if (change(found) is { } changed)
            {
                resources.Insert(index, changed);
            }
        }

        return this;
    }

    private List<DeclaredResource> Find(string resource)
    {
        var words = resource.Split(' ');
        var found = Stack(words[0]).Resources.Where(each => each.Type == words[1] && (words.Length < 3 || each.Name == words[2])).ToList();
        Assert.True(found.Count > 0, $"there is no {resource}");
        return found;
    }

    private (StackGraph Graph, List<DeclaredResource> Resources) Stack(string name) => _stacks.Single(stack => stack.Graph.Stack == name);

    private static int Index(string step) => int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture);

    private static JsonNode? Child(JsonNode node, string step) => step.StartsWith('[') ? node.AsArray().ElementAtOrDefault(Index(step)) : node.AsObject()[step];

    private static void Put(JsonNode parent, string step, JsonNode? value)
    {
        switch (parent, value)
        {
            case (JsonArray list, null):
                list.RemoveAt(Index(step));
                break;
            case (JsonArray list, _) when Index(step) == list.Count:
                list.Add(value);
                break;
            case (JsonArray list, _):
                list[Index(step)] = value;
                break;
            case (JsonObject map, null):
                map.Remove(step);
                break;
            default:
                parent[step] = value;
                break;
        }
    }
}
