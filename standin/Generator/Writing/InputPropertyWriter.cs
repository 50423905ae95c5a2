using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>One property of an args class.</summary>
internal sealed class InputPropertyWriter(CodeWriter code, TypeText types)
{
    public void Write(PropertySpec property, bool ofProvider)
    {
        var type = types.Input(property.Type);
        code.Line(Attribute(property, ofProvider));
        if (property.Type.IsCollection || property.IsSecret)
        {
            WriteBacked(property, type, $"_{property.Name}");
        }
        else
        {
            code.Line(property.IsRequired
                ? $"public {type} {property.CSharpName} {{ get; set; }} = null!;"
                : $"public {type}? {property.CSharpName} {{ get; set; }}");
        }

        code.Line();
    }

    /// <summary>A provider's configuration is all strings on the wire, so that anything else travels as JSON.</summary>
    private static string Attribute(PropertySpec property, bool ofProvider)
    {
        var required = property.IsRequired ? ", required: true" : "";
        var json = ofProvider && property.Type.Kind != TypeKind.Text ? ", json: true" : "";
        return $"[global::Pulumi.Input({Literal.Of(property.Name)}{required}{json})]";
    }

    /// <summary>
    /// Lists and maps are there to be added to, and a secret is one whatever it is set to. The real SDK warns of
    /// deprecated properties only here, so that the same code compiles with both.
    /// </summary>
    private void WriteBacked(PropertySpec property, string type, string field)
    {
        code.Line($"private {type}? {field};");
        code.Line();
        code.Obsolete(property.Deprecation);
        var suffix = property.Type.IsCollection ? "" : "?";
        code.Block($"public {type}{suffix} {property.CSharpName}", () =>
        {
            code.Line(property.Type.IsCollection ? $"get => {field} ??= new();" : $"get => {field};");
            code.Line($"set => {field} = {(property.IsSecret ? AsSecret(property.Type, type) : "value")};");
        });
    }

    /// <summary>Anything combined with a secret is secret.</summary>
    private static string AsSecret(TypeExpression property, string type)
    {
        if (!property.IsCollection)
        {
            return $"global::Pulumi.Output.Tuple<{type}?, int>(value, global::Pulumi.Output.CreateSecret(0)).Apply(both => both.Item1)";
        }

        var start = type.IndexOf('<') + 1;
        var element = type.Substring(start, type.Length - start - 1);
        var empty = property.Kind == TypeKind.List
            ? $"global::System.Collections.Immutable.ImmutableArray.Create<{element}>()"
            : $"global::System.Collections.Immutable.ImmutableDictionary.Create<string, {element}>()";
        return $"global::Pulumi.Output.All(value, global::Pulumi.Output.CreateSecret({empty})).Apply(both => both[0])";
    }
}
