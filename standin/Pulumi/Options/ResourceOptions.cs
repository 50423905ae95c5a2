namespace Pulumi;

/// <summary>How a resource is treated, whatever its type.</summary>
public abstract class ResourceOptions
{
    private protected ResourceOptions()
    {
    }

    private protected ResourceOptions(ResourceOptions other)
    {
        Id = other.Id;
        Urn = other.Urn;
        Parent = other.Parent;
        DependsOn = other.DependsOn.Clone();
        Protect = other.Protect;
        IgnoreChanges = [.. other.IgnoreChanges];
        Version = other.Version;
        PluginDownloadURL = other.PluginDownloadURL;
        Provider = other.Provider;
        CustomTimeouts = other.CustomTimeouts?.Clone();
        ResourceTransformations = [.. other.ResourceTransformations];
        Aliases = [.. other.Aliases];
        ReplaceOnChanges = [.. other.ReplaceOnChanges];
        ReplaceWith = other.ReplaceWith.Clone();
        ReplacementTrigger = other.ReplacementTrigger;
        HideDiffs = [.. other.HideDiffs];
        RetainOnDelete = other.RetainOnDelete;
        DeletedWith = other.DeletedWith;
    }

    public Input<string>? Id { get; set; }

    public string? Urn { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get; set; } = [];

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get; set; } = [];

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    public List<Input<Alias>> Aliases { get; set; } = [];

    public List<string> ReplaceOnChanges { get; set; } = [];

    public InputList<Resource> ReplaceWith { get; set; } = [];

    public Input<object>? ReplacementTrigger { get; set; }

    public List<string> HideDiffs { get; set; } = [];

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    internal abstract ResourceOptions Clone();

    /// <summary>The other's single values win; its lists come after these.</summary>
    private protected void Take(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Urn = other.Urn ?? Urn;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;

        DependsOn = DependsOn.Concat(other.DependsOn);
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        IgnoreChanges.AddRange(other.IgnoreChanges);
        ResourceTransformations.AddRange(other.ResourceTransformations);
        Aliases.AddRange(other.Aliases);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        HideDiffs.AddRange(other.HideDiffs);
    }
}
