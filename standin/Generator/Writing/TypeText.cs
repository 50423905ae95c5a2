using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>C# spelling of the schema's types, the way the real SDK spells them.</summary>
internal sealed class TypeText(PackageSchema schema, Names names)
{
    /// <summary>What an args class takes: everything in it may be a plain value or an output.</summary>
    public string Input(TypeExpression type)
    {
        switch (type.Kind)
        {
            case TypeKind.List:
                return $"global::Pulumi.InputList<{Plain(type.Element, input: true)}>";
            case TypeKind.Map:
                return $"global::Pulumi.InputMap<{Plain(type.Element, input: true)}>";
            case TypeKind.Json:
                return "global::Pulumi.InputJson";
            case TypeKind.Union:
                var choices = Choices(type, input: true);
                return choices.Count switch
                {
                    1 => $"global::Pulumi.Input<{choices[0]}>",
                    2 => $"global::Pulumi.InputUnion<{choices[0]}, {choices[1]}>",
                    _ => "object",
                };
            default:
                return $"global::Pulumi.Input<{Plain(type, input: true)}>";
        }
    }

    public string Output(PropertySpec property)
    {
        var type = Plain(property.Type, input: false);
        // A missing list reads as an empty one, and the Kubernetes SDK has no nullable outputs at all.
        var isNullable = !property.IsRequired && !schema.IsKubernetes && property.Type.Kind != TypeKind.List;
        return isNullable ? $"{type}?" : type;
    }

    private string Plain(TypeExpression type, bool input) => type.Kind switch
    {
        TypeKind.Boolean => "bool",
        TypeKind.Integer => "int",
        TypeKind.Number => "double",
        TypeKind.Text => "string",
        TypeKind.Any => "object",
        TypeKind.Json => "global::System.Text.Json.JsonElement",
        TypeKind.Archive => "global::Pulumi.Archive",
        TypeKind.Asset => "global::Pulumi.AssetOrArchive",
        TypeKind.List => $"global::System.Collections.Immutable.ImmutableArray<{Plain(type.Element, input)}>",
        TypeKind.Map => $"global::System.Collections.Immutable.ImmutableDictionary<string, {Plain(type.Element, input)}>",
        TypeKind.Union => Union(type, input),
        _ => Reference(type.Token, input),
    };

    private string Union(TypeExpression type, bool input)
    {
        var choices = Choices(type, input);
        return choices.Count switch
        {
            1 => choices[0],
            2 => $"global::Pulumi.Union<{choices[0]}, {choices[1]}>",
            _ => "object",
        };
    }

    /// <summary>"A string, or one of these values" comes back as a string.</summary>
    private List<string> Choices(TypeExpression type, bool input) =>
        [.. type.Parts.Where(part => input || !IsEnum(part)).Select(part => Plain(part, input)).Distinct()];

    private bool IsEnum(TypeExpression type) => type.Kind == TypeKind.Reference && schema.Types[type.Token].IsEnum;

    private string Reference(string token, bool input)
    {
        var name = Names.ClassOf(token);
        if (schema.Types[token].IsEnum)
        {
            return $"global::{names.EnumNamespace(token)}.{name}";
        }

        return input
            ? $"global::{names.TypeNamespace(token, "Inputs")}.{name}Args"
            : $"global::{names.TypeNamespace(token, "Outputs")}.{name}";
    }
}
