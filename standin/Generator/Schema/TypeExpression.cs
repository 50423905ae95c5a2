using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Schema;

/// <summary>The type of a property: a primitive, a list or map of something, a choice, or a named type.</summary>
internal sealed class TypeExpression
{
    private const string ReferencePrefix = "#/types/";

    private TypeExpression(TypeKind kind, string token, params IReadOnlyList<TypeExpression> parts)
    {
        Kind = kind;
        Token = token;
        Parts = parts;
    }

    public TypeKind Kind { get; }

    /// <summary>The named type's token; empty for all other kinds.</summary>
    public string Token { get; }

    /// <summary>The element of a list or map, the choices of a union.</summary>
    public IReadOnlyList<TypeExpression> Parts { get; }

    public TypeExpression Element => Parts[0];

    public bool IsCollection => Kind is TypeKind.List or TypeKind.Map;

    public static TypeExpression Read(JsonNode json)
    {
        if (json["oneOf"].Items is { Count: > 0 } choices)
        {
            return new(TypeKind.Union, "", [.. choices.Select(Read)]);
        }

        return json["$ref"].Text is { } reference ? ReadReference(reference) : ReadType(json);
    }

    private static TypeExpression ReadReference(string reference) => reference switch
    {
        "pulumi.json#/Any" => new(TypeKind.Any, ""),
        "pulumi.json#/Archive" => new(TypeKind.Archive, ""),
        "pulumi.json#/Asset" => new(TypeKind.Asset, ""),
        "pulumi.json#/Json" => new(TypeKind.Json, ""),
        _ when reference.StartsWith(ReferencePrefix, StringComparison.Ordinal) => new(TypeKind.Reference, reference.Substring(ReferencePrefix.Length)),
        _ => throw new FormatException($"Unknown type reference {reference}"),
    };

    private static TypeExpression ReadType(JsonNode json) => json["type"].Text switch
    {
        "boolean" => new(TypeKind.Boolean, ""),
        "integer" => new(TypeKind.Integer, ""),
        "number" => new(TypeKind.Number, ""),
        "string" => new(TypeKind.Text, ""),
        "array" => new(TypeKind.List, "", Read(json["items"])),
        "object" => new(TypeKind.Map, "", Read(json["additionalProperties"])),
        var other => throw new FormatException($"Unknown type {other}"),
    };
}
