using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>A class of inputs: the arguments of a resource, or an object inside them.</summary>
internal sealed class ArgsWriter(CodeWriter code, PackageSchema schema, Names names, TypeText types)
{
    public void Write(ResourceSpec resource) =>
        Write(names.ArgsNamespaceOf(resource), Names.ClassOf(resource.Token), resource.Inputs, resource.IsProvider);

    public void Write(NamedType type) =>
        Write(names.TypeNamespace(type.Token, "Inputs"), Names.ClassOf(type.Token), type.Properties, ofProvider: false);

    private void Write(string @namespace, string subject, IReadOnlyList<PropertySpec> properties, bool ofProvider)
    {
        var name = $"{subject}Args";
        var isOpen = schema.IsKubernetes && !ofProvider;
        code.Block($"namespace {@namespace}", () =>
            code.Block($"public {(isOpen ? "" : "sealed ")}class {name} : global::Pulumi.ResourceArgs", () =>
            {
                var writer = new InputPropertyWriter(code, types);
                foreach (var property in properties)
                {
                    writer.Write(property, ofProvider);
                }

                code.Block($"public {name}()", () => WriteDefaults(properties));
                code.Line();
                code.Line($"public static new {name} Empty => new();");
            }));
        code.Line();
    }

    private void WriteDefaults(IReadOnlyList<PropertySpec> properties)
    {
        foreach (var property in properties.Where(property => property.HasDefault))
        {
            code.Line($"{property.CSharpName} = {DefaultOf(property)};");
        }
    }

    private static string DefaultOf(PropertySpec property)
    {
        if (property.DefaultVariables.Count == 0)
        {
            return Literal.Of(property.Default);
        }

        var variables = string.Join(", ", property.DefaultVariables.Select(Literal.Of));
        var read = $"global::Pulumi.Providers.ProviderPackage.{ReaderOf(property.Type)}({variables})";
        return property.Default is null ? $"{read}!" : $"{read} ?? {Literal.Of(property.Default)}";
    }

    private static string ReaderOf(TypeExpression type) => type.Kind switch
    {
        TypeKind.Boolean => "GetEnvBoolean",
        TypeKind.Integer => "GetEnvInt32",
        TypeKind.Number => "GetEnvDouble",
        _ => "GetEnv",
    };
}
