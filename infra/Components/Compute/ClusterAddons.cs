using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace MlTa.Components.Compute;

public sealed record ClusterAddonsArgs
{
    public required Output<string> ClusterName { get; init; }

    public required IReadOnlyList<ClusterAddon> Addons { get; init; }

    public required Resource WaitsFor { get; init; }
}

/// <summary>Add-ons that EKS installs, and that may be installed at the same time.</summary>
public sealed class ClusterAddons : ComponentResource
{
    /// <summary>What somebody changed by hand gives way: two regions that differ in such a thing would show it in a failover.</summary>
    private const string Overwrite = "OVERWRITE";

    public ClusterAddons(string name, ClusterAddonsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ClusterAddons", name, options)
    {
        foreach (var addon in args.Addons)
        {
            new Addon(addon.Name, Inputs(addon, args.ClusterName), new() { Parent = this, DependsOn = { args.WaitsFor } });
        }

        RegisterOutputs();
    }

    private static AddonArgs Inputs(ClusterAddon addon, Output<string> clusterName)
    {
        var inputs = new AddonArgs
        {
            ClusterName = clusterName,
            AddonName = addon.Name,
            ResolveConflictsOnCreate = Overwrite,
            ResolveConflictsOnUpdate = Overwrite,
        };

        if (addon.ConfigurationJson is { } configuration)
        {
            inputs.ConfigurationValues = configuration;
        }

        // The add-on owns this association: one that is declared by itself would be in its way.
        if (addon.Identity is { } identity)
        {
            inputs.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs { ServiceAccount = identity.ServiceAccount, RoleArn = identity.RoleArn });
        }

        return inputs;
    }
}
