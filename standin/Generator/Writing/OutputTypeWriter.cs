using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>An object inside a resource's outputs, which only the SDK's deserializer constructs.</summary>
internal sealed class OutputTypeWriter(CodeWriter code, Names names, TypeText types)
{
    public void Write(NamedType type)
    {
        var name = Names.ClassOf(type.Token);
        code.Block($"namespace {names.TypeNamespace(type.Token, "Outputs")}", () =>
        {
            code.Line("[global::Pulumi.OutputType]");
            code.Block($"public sealed class {name}", () =>
            {
                foreach (var property in type.Properties)
                {
                    code.Line($"public readonly {types.Output(property)} {property.CSharpName};");
                }

                code.Line();
                WriteConstructor(name, type.Properties);
            });
        });
        code.Line();
    }

    private void WriteConstructor(string name, IReadOnlyList<PropertySpec> properties)
    {
        var parameters = properties.Select(property => $"{types.Output(property)} {Literal.Identifier(property.Name)}");
        code.Line("[global::Pulumi.OutputConstructor]");
        code.Block($"private {name}({string.Join(", ", parameters)})", () =>
        {
            foreach (var property in properties)
            {
                code.Line($"this.{property.CSharpName} = {Literal.Identifier(property.Name)};");
            }
        });
    }
}
