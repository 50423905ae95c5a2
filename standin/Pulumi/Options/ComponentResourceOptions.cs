namespace Pulumi;

/// <summary>How a component is treated, and which providers its children get.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    public ComponentResourceOptions()
    {
    }

    private ComponentResourceOptions(ComponentResourceOptions other) : base(other) => Providers = [.. other.Providers];

    public List<ProviderResource> Providers { get; set; } = [];

    /// <summary>Of two providers of one package the later one stays.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = options1?.Copy() ?? new();
        var winner = options2?.Copy() ?? new();

        merged.Take(winner);
        merged.Providers =
        [
            .. merged.Providers.Concat(winner.Providers).Reverse().DistinctBy(provider => provider.Package).Reverse(),
        ];

        return merged;
    }

    internal override ResourceOptions Clone() => Copy();

    private ComponentResourceOptions Copy() => new(this);
}
