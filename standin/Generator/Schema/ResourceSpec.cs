using Pulumi.SchemaGenerator.Json;

namespace Pulumi.SchemaGenerator.Schema;

internal sealed class ResourceSpec(string token, JsonNode json)
{
    public const string ProviderPrefix = "pulumi:providers:";

    public string Token { get; } = token;

    public bool IsProvider => Token.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary>What the base constructor is told: for a provider the bare name of its package.</summary>
    public string RegisteredType => IsProvider ? Token.Substring(ProviderPrefix.Length) : Token;

    public IReadOnlyList<PropertySpec> Outputs { get; } = PropertySpec.ReadAll(json["properties"], json["required"]);

    public IReadOnlyList<PropertySpec> Inputs { get; } = PropertySpec.ReadAll(json["inputProperties"], json["requiredInputs"]);

    public IReadOnlyList<string> ReplaceOnChanges { get; } = json["replaceOnChanges"].Texts;

    public string? Deprecation { get; } = json["deprecationMessage"].Text;

    public bool HasConstants => Inputs.Any(input => input.Constant is not null);
}
