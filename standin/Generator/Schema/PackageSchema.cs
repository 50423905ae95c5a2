using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Schema;

/// <summary>A file of schema facts, in the shape of Pulumi's package schema.</summary>
internal sealed class PackageSchema
{
    private PackageSchema(JsonNode json)
    {
        Name = json["name"].Text ?? throw new FormatException("The schema has no name");
        var csharp = json["language"]["csharp"];
        IsKubernetes = csharp["compatibility"].Text == "kubernetes20";
        Namespaces = csharp["namespaces"].Members.ToDictionary(each => each.Key, each => each.Value.Text ?? "", StringComparer.Ordinal);
        Types = json["types"].Members.ToDictionary(each => each.Key, each => new NamedType(each.Key, each.Value), StringComparer.Ordinal);
        Provider = new ResourceSpec(ResourceSpec.ProviderPrefix + Name, json["provider"]);
        Resources = [Provider, .. json["resources"].Members.Select(each => new ResourceSpec(each.Key, each.Value))];
    }

    public string Name { get; }

    /// <summary>The Kubernetes SDK keeps an older layout: other namespaces, and outputs that are never nullable.</summary>
    public bool IsKubernetes { get; }

    /// <summary>C# namespace of each module, below the package's own.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; }

    public IReadOnlyDictionary<string, NamedType> Types { get; }

    public ResourceSpec Provider { get; }

    /// <summary>The provider first.</summary>
    public IReadOnlyList<ResourceSpec> Resources { get; }

    public static PackageSchema Read(string text) => new(JsonParser.Parse(text));
}
