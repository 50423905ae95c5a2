using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator;

/// <summary>Where the SDK's classes live and what they are called.</summary>
internal sealed class Names(PackageSchema schema)
{
    /// <summary>Such as <c>Pulumi.Aws</c>.</summary>
    public string Root { get; } = $"Pulumi.{UppercaseFirst(schema.Name)}";

    /// <summary>Such as <c>AwsResourceType</c>.</summary>
    public string ResourceAttribute { get; } = $"{UppercaseFirst(schema.Name)}ResourceType";

    public static string UppercaseFirst(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    public static string ClassOf(string token) =>
        token.StartsWith(ResourceSpec.ProviderPrefix, StringComparison.Ordinal) ? "Provider" : UppercaseFirst(token.Split(':')[2]);

    public string NamespaceOf(ResourceSpec resource) => resource.IsProvider ? Root : Join(Root, ModuleOf(resource.Token));

    /// <summary>Args stand beside their resource, except in the Kubernetes SDK.</summary>
    public string ArgsNamespaceOf(ResourceSpec resource) =>
        schema.IsKubernetes && !resource.IsProvider ? TypeNamespace(resource.Token, "Inputs") : NamespaceOf(resource);

    public string EnumNamespace(string token) => Join(Root, ModuleOf(token));

    public string TypeNamespace(string token, string direction) => schema.IsKubernetes
        ? Join($"{Root}.Types.{direction}", ModuleOf(token))
        : $"{Join(Root, ModuleOf(token))}.{direction}";

    private static string Join(string first, string second) => second.Length == 0 ? first : $"{first}.{second}";

    /// <summary><c>aws:rds/instance:Instance</c> is in module rds, <c>kubernetes:core/v1:Namespace</c> in core/v1.</summary>
    private string ModuleOf(string token)
    {
        var module = token.Split(':')[1];
        return schema.Namespaces[schema.IsKubernetes ? module : module.Split('/')[0]];
    }
}
