using System.Text.Json.Nodes;
using MlTa.Settings;

namespace MlTa.Offline;

/// <summary>Turns what was seen into the graph: full URNs, regions, edges, and inputs that can be shown.</summary>
internal sealed class GraphBuilder(StackSettings settings, IReadOnlyDictionary<ResourceKey, Declaration> declarations)
{
    private const string ProviderTypePrefix = "pulumi:providers:";

    public IReadOnlyList<DeclaredResource> Build() =>
        [.. declarations.Values.Select(Build).OrderBy(resource => resource.Urn, StringComparer.Ordinal)];

    private DeclaredResource Build(Declaration declaration)
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        var inputs = Show(declaration, edges);
        return new()
        {
            Urn = UrnOf(declaration),
            Type = declaration.Key.Type,
            Name = declaration.Key.Name,
            Region = RegionOf(declaration),
            Parent = ParentOf(declaration) is { } parent ? UrnOf(parent) : null,
            Protect = IsProtected(declaration),
            DependsOn = [.. declaration.DependsOn.Select(key => UrnOf(declarations[key])).Order(StringComparer.Ordinal)],
            DataDependsOn = [.. edges],
            Inputs = inputs,
            IsComponent = declaration.Resource is ComponentResource,
            RetainOnDelete = declaration.Options.RetainOnDelete ?? false,
            IgnoreChanges = [.. declaration.Options.IgnoreChanges],
        };
    }

    private Declaration? ParentOf(Declaration declaration) =>
        declaration.Options.Parent is { } parent and not Stack ? declarations[ResourceKey.Of(parent)] : null;

    private string UrnOf(Declaration declaration) =>
        $"urn:pulumi:{settings.Stack}::{settings.Project}::{QualifiedType(declaration)}::{declaration.Key.Name}";

    private string QualifiedType(Declaration declaration) =>
        ParentOf(declaration) is { } parent ? $"{QualifiedType(parent)}${declaration.Key.Type}" : declaration.Key.Type;

    private bool IsProtected(Declaration declaration) =>
        declaration.Options.Protect ?? (ParentOf(declaration) is { } parent && IsProtected(parent));

    /// <summary>A resource's own region if it has one, otherwise its provider's; a provider's is the one it is configured for.</summary>
    private string? RegionOf(Declaration declaration)
    {
        if (declaration.Inputs.GetValueOrDefault(OutputNames.Region) is string region)
        {
            return region;
        }

        // URN::ID, of which a URN has four parts, type and name last.
        return declaration.Provider.Split("::") is [_, _, var qualifiedType, var name, ..]
            && declarations.TryGetValue(new(qualifiedType.Split('$')[^1], name), out var provider)
            ? RegionOf(provider)
            : null;
    }

    private JsonObject Show(Declaration declaration, ISet<string> edges) => new(declaration.Inputs
        .OrderBy(input => input.Key, StringComparer.Ordinal)
        .Select(input =>
        {
            var shown = Show(input.Value, edges);
            return KeyValuePair.Create(input.Key, declaration.SecretInputs.Contains(input.Key) ? SecretText.Redacted : shown);
        }));

    private JsonNode? Show(object? value, ISet<string> edges) => value switch
    {
        null => null,
        string text => OutputToken.Replace(text, token => Resolve(token, edges)),
        bool truth => truth,
        double number when number == Math.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
        double number => number,
        IReadOnlyDictionary<string, object?> map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Show(entry.Value, edges)))),
        IEnumerable<object?> items => new JsonArray([.. items.Select(item => Show(item, edges))]),
        _ => throw new RunException($"an input of type {value.GetType()} cannot be shown"),
    };

    private string Resolve(OutputToken token, ISet<string> edges)
    {
        var owner = declarations[token.Resource];
        edges.Add(UrnOf(owner));
        return PredictedOutputs.Of(owner, token.Output, RegionOf(owner) ?? settings.Region, settings.Account);
    }
}
