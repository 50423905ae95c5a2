using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Schema;

internal sealed class PropertySpec(string name, JsonNode json, bool required)
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    public string CSharpName { get; } = json["language"]["csharp"]["name"].Text ?? Names.UppercaseFirst(name);

    public TypeExpression Type { get; } = TypeExpression.Read(json);

    public bool IsRequired { get; } = required;

    public bool IsSecret { get; } = json["secret"].IsTrue;

    public string? Deprecation { get; } = json["deprecationMessage"].Text;

    /// <summary>A value that the program cannot choose, such as the kind of a Kubernetes resource.</summary>
    public object? Constant { get; } = json["const"].Value;

    public object? Default { get; } = json["default"].Value;

    public IReadOnlyList<string> DefaultVariables { get; } = json["defaultInfo"]["environment"].Texts;

    public bool HasDefault => Default is not null || DefaultVariables.Count > 0;

    public static IReadOnlyList<PropertySpec> ReadAll(JsonNode properties, JsonNode required)
    {
        var names = new HashSet<string>(required.Texts, StringComparer.Ordinal);
        return [.. properties.Members.Select(member => new PropertySpec(member.Key, member.Value, names.Contains(member.Key)))];
    }
}
