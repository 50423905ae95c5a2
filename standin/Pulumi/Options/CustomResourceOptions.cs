namespace Pulumi;

/// <summary>How a resource of a provider is treated.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public CustomResourceOptions()
    {
    }

    private CustomResourceOptions(CustomResourceOptions other) : base(other)
    {
        DeleteBeforeReplace = other.DeleteBeforeReplace;
        AdditionalSecretOutputs = [.. other.AdditionalSecretOutputs];
        ImportId = other.ImportId;
        EnvVarMappings = new(other.EnvVarMappings);
    }

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get; set; } = [];

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings { get; set; } = [];

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = options1?.Copy() ?? new();
        var winner = options2?.Copy() ?? new();

        merged.Take(winner);
        merged.DeleteBeforeReplace = winner.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = winner.ImportId ?? merged.ImportId;
        merged.AdditionalSecretOutputs.AddRange(winner.AdditionalSecretOutputs);
        foreach (var (name, variable) in winner.EnvVarMappings)
        {
            merged.EnvVarMappings[name] = variable;
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Copy();

    private CustomResourceOptions Copy() => new(this);
}
