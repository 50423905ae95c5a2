namespace MlTa.Offline;

/// <summary>One resource as it was seen: first by the transformation, then by the mock.</summary>
internal sealed class Declaration(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;

    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;

    public ResourceKey Key => ResourceKey.Of(Resource);

    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>Reference to the provider, as <c>URN::ID</c>; empty for components.</summary>
    public string Provider { get; set; } = "";

    public IReadOnlyList<ResourceKey> DependsOn { get; set; } = [];

    public IReadOnlySet<string> SecretInputs { get; set; } = new HashSet<string>();

    /// <summary>The resources whose outputs are among the inputs.</summary>
    public IReadOnlyList<ResourceKey> Sources { get; set; } = [];
}
