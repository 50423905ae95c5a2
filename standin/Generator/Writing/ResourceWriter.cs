using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>A resource class: its outputs, and the constructor that registers it.</summary>
internal sealed class ResourceWriter(CodeWriter code, PackageSchema schema, Names names, TypeText types)
{
    private const string Options = "global::Pulumi.CustomResourceOptions";

    public void Write(ResourceSpec resource)
    {
        var name = Names.ClassOf(resource.Token);
        var args = $"global::{names.ArgsNamespaceOf(resource)}.{name}Args";
        code.Block($"namespace {names.NamespaceOf(resource)}", () =>
        {
            code.Obsolete(resource.Deprecation);
            code.Line($"[global::{names.Root}.{names.ResourceAttribute}({Literal.Of(resource.Token)})]");
            code.Block($"public partial class {name} : {BaseOf(resource)}", () =>
            {
                foreach (var property in resource.Outputs)
                {
                    code.Line($"[global::Pulumi.Output({Literal.Of(property.Name)})]");
                    code.Line($"public global::Pulumi.Output<{types.Output(property)}> {property.CSharpName} {{ get; private set; }} = null!;");
                    code.Line();
                }

                WriteConstructor(resource, name, args);
                WriteConstants(resource, args);
                WriteOptions(resource);
            });
        });
        code.Line();
    }

    private string BaseOf(ResourceSpec resource)
    {
        if (resource.IsProvider)
        {
            return "global::Pulumi.ProviderResource";
        }

        return schema.IsKubernetes ? $"global::{names.Root}.KubernetesResource" : "global::Pulumi.CustomResource";
    }

    private void WriteConstructor(ResourceSpec resource, string name, string args)
    {
        var isOptional = schema.IsKubernetes || !resource.Inputs.Any(input => input.IsRequired);
        var parameter = isOptional ? $"{args}? args = null" : $"{args} args";
        var value = resource.HasConstants ? "MakeArgs(args)" : "args ?? new()";
        code.Line($"public {name}(string name, {parameter}, {Options}? options = null)");
        code.Block($"    : base({Literal.Of(resource.RegisteredType)}, name, {value}, MakeResourceOptions(options, \"\"))", () => { });
        code.Line();
    }

    private void WriteConstants(ResourceSpec resource, string args)
    {
        if (!resource.HasConstants)
        {
            return;
        }

        code.Block($"private static {args} MakeArgs({args}? args)", () =>
        {
            code.Line("args ??= new();");
            foreach (var input in resource.Inputs.Where(input => input.Constant is not null))
            {
                code.Line($"args.{input.CSharpName} = {Literal.Of(input.Constant)};");
            }

            code.Line("return args;");
        });
        code.Line();
    }

    private void WriteOptions(ResourceSpec resource) =>
        code.Block($"private static {Options} MakeResourceOptions({Options}? options, global::Pulumi.Input<string>? id)", () =>
        {
            var secrets = resource.Outputs.Where(output => output.IsSecret).Select(output => Literal.Of(output.Name));
            code.Line($"var defaults = new {Options} {{ Version = global::Pulumi.Providers.ProviderPackage.Version }};");
            WriteList("AdditionalSecretOutputs", secrets);
            WriteList("ReplaceOnChanges", resource.ReplaceOnChanges.Select(Literal.Of));
            code.Line($"var merged = {Options}.Merge(defaults, options);");
            code.Line("merged.Id = id ?? merged.Id;");
            code.Line("return merged;");
        });

    private void WriteList(string option, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            code.Line($"defaults.{option}.Add({item});");
        }
    }
}
