using System.Text.Json.Nodes;
using MlTa.Settings;

namespace MlTa.Offline;

/// <summary>Turns what was seen into the graph: full URNs, regions, edges, and inputs that can be shown.</summary>
internal sealed class GraphBuilder(DeployedSettings settings, IReadOnlyDictionary<ResourceKey, Declaration> declarations)
{
    public IReadOnlyList<DeclaredResource> Build() =>
        [.. declarations.Values.OrderBy(UrnOf, StringComparer.Ordinal).Select(Build)];

    private DeclaredResource Build(Declaration declaration) => new()
    {
        Urn = UrnOf(declaration),
        Type = declaration.Key.Type,
        Name = declaration.Key.Name,
        Region = RegionOf(declaration),
        Parent = ParentOf(declaration) is { } parent ? UrnOf(parent) : null,
        Protect = Inherited(declaration, options => options.Protect),
        DependsOn = UrnsOf(declaration.DependsOn),
        DataDependsOn = UrnsOf(declaration.Sources),
        Inputs = Show(declaration),
        IsComponent = declaration.Resource is ComponentResource,
        RetainOnDelete = Inherited(declaration, options => options.RetainOnDelete),
        DeleteBeforeReplace = (declaration.Options as CustomResourceOptions)?.DeleteBeforeReplace ?? false,
        IgnoreChanges = [.. declaration.Options.IgnoreChanges],
    };

    private IReadOnlyList<string> UrnsOf(IEnumerable<ResourceKey> keys) =>
        [.. keys.Select(key => UrnOf(declarations[key])).Distinct().Order(StringComparer.Ordinal)];

    private Declaration? ParentOf(Declaration declaration) =>
        declaration.Options.Parent is { } parent and not Stack ? declarations[ResourceKey.Of(parent)] : null;

    private string UrnOf(Declaration declaration) =>
        $"urn:pulumi:{settings.Stack}::{settings.Project}::{QualifiedType(declaration)}::{declaration.Key.Name}";

    private string QualifiedType(Declaration declaration) =>
        ParentOf(declaration) is { } parent ? $"{QualifiedType(parent)}${declaration.Key.Type}" : declaration.Key.Type;

    /// <summary>The nearest word on it, upwards from the resource itself.</summary>
    private bool Inherited(Declaration declaration, Func<ResourceOptions, bool?> option) =>
        option(declaration.Options) ?? (ParentOf(declaration) is { } parent && Inherited(parent, option));

    /// <summary>
    /// A resource's own region if it has one, otherwise its provider's. A provider's is the one it is configured for; one for
    /// Kubernetes is where its cluster is.
    /// </summary>
    private string? RegionOf(Declaration declaration)
    {
        if (declaration.Inputs.GetValueOrDefault(OutputNames.Region) is string region)
        {
            return OutputToken.Replace(region, Resolve);
        }

        if (declaration.Resource is ProviderResource)
        {
            return declaration.Sources.Select(source => RegionOf(declarations[source])).FirstOrDefault(region => region is not null);
        }

        // URN::ID, of which a URN has four parts, type and name last.
        return declaration.Provider.Split("::") is [_, _, var qualifiedType, var name, ..]
            && declarations.TryGetValue(new(qualifiedType.Split('$')[^1], name), out var provider)
            ? RegionOf(provider)
            : null;
    }

    private JsonObject Show(Declaration declaration) => new(declaration.Inputs
        .OrderBy(input => input.Key, StringComparer.Ordinal)
        .Select(input => KeyValuePair.Create(input.Key, Show(declaration, input.Key, input.Value))));

    private JsonNode? Show(Declaration declaration, string input, object? value)
    {
        if (IsKubernetesSecret(declaration, input))
        {
            return ShowKeys(value);
        }

        return declaration.SecretInputs.Contains(input) ? SecretText.Redacted : Show(value);
    }

    /// <summary>What Kubernetes keeps secret is so whoever forgot to say it. Its keys are names that pods refer to.</summary>
    private static bool IsKubernetesSecret(Declaration declaration, string input) =>
        declaration.Key.Type == "kubernetes:core/v1:Secret" && input is "data" or "stringData";

    private static JsonObject ShowKeys(object? map) => new(((IReadOnlyDictionary<string, object?>)map!).Keys
        .Order(StringComparer.Ordinal)
        .Select(key => KeyValuePair.Create<string, JsonNode?>(key, SecretText.Redacted)));

    private JsonNode? Show(object? value) => value switch
    {
        null => null,
        string text => OutputToken.Replace(text, Resolve),
        bool truth => truth,
        double number when number == Math.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
        double number => number,
        IReadOnlyDictionary<string, object?> map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Show(entry.Value)))),
        IEnumerable<object?> items => new JsonArray([.. items.Select(Show)]),
        _ => throw new RunException($"an input of type {value.GetType()} cannot be shown"),
    };

    private string Resolve(OutputToken token) => declarations.TryGetValue(token.Resource, out var owner)
        ? PredictedOutputs.Of(owner, token.Output, RegionOf(owner) ?? settings.Region, settings.Account)
        : throw new RunException($"'{token}' names no resource: was the text of an output changed on its way?");
}
