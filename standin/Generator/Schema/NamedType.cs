using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Schema;

/// <summary>A type that properties refer to by token: an object with properties, or an enumeration with values.</summary>
internal sealed class NamedType(string token, JsonNode json)
{
    public string Token { get; } = token;

    public bool IsEnum => Values.Count > 0;

    /// <summary>Enumerations of numbers are C# enums, those of strings are structs with a static property for each value.</summary>
    public bool IsNumeric { get; } = json["type"].Text == "integer";

    public IReadOnlyList<KeyValuePair<string, object>> Values { get; } =
        [.. json["enum"].Items.Select(item => new KeyValuePair<string, object>(item["name"].Text ?? "", item["value"].Value ?? ""))];

    public IReadOnlyList<PropertySpec> Properties { get; } = PropertySpec.ReadAll(json["properties"], json["required"]);
}
