using MlTa.Naming;

namespace MlTa.Components.Workloads;

/// <summary>What Velero's chart is told.</summary>
internal static class VeleroValues
{
    /// <summary>What backups go to when nobody says otherwise; the only location that is written.</summary>
    public const string OwnLocation = "default";

    /// <summary>UTC, in cron's five fields.</summary>
    private const string Schedule = "0 4 * * *";

    /// <summary>30 days, in Go's notation.</summary>
    private const string TimeToLive = "720h0m0s";

    private const string Provider = "aws";

    public static Dictionary<string, object> Of(ContainerImages images, RegionNames names, IReadOnlyList<string> otherStacks) => new()
    {
        ["image"] = new Dictionary<string, object> { ["repository"] = images.Velero.Repository, ["tag"] = images.Velero.Tag },
        ["initContainers"] = new[] { PluginOf(images) },
        ["resources"] = ContainerResources.Controller.ToValues(),
        // Helm installs them with the first release. For a later version they are applied before it: the chart's job for that would be one more
        // thing that every change of the release waits for.
        ["upgradeCRDs"] = false,
        ["podSecurityContext"] = RestrictedPods.PodValues(),
        ["containerSecurityContext"] = RestrictedPods.ContainerValues(),
        ["serviceAccount"] = new Dictionary<string, object>
        {
            ["server"] = new Dictionary<string, object> { ["create"] = false, ["name"] = WorkloadNames.Velero },
        },
        // The pod's role is what lets it into the bucket.
        ["credentials"] = new Dictionary<string, object> { ["useSecret"] = false },
        ["configuration"] = new Dictionary<string, object>
        {
            ["backupStorageLocation"] = (Dictionary<string, object>[])
            [
                LocationOf(names, OwnLocation, names.Stack, isOwn: true),
                .. otherStacks.Select(stack => LocationOf(names, stack, stack, isOwn: false)),
            ],
        },
        ["schedules"] = new Dictionary<string, object> { ["daily"] = DailyBackup() },
        // No volume here holds anything that has to last.
        ["snapshotsEnabled"] = false,
        ["deployNodeAgent"] = false,
    };

    private static Dictionary<string, object> PluginOf(ContainerImages images) => new()
    {
        ["name"] = "velero-plugin-for-aws",
        ["image"] = images.VeleroPlugin.ToString(),
        ["resources"] = ContainerResources.Tool.ToValues(),
        ["securityContext"] = RestrictedPods.ContainerValues(),
        ["volumeMounts"] = new[] { new Dictionary<string, object> { ["name"] = "plugins", ["mountPath"] = "/target" } },
    };

    private static Dictionary<string, object> LocationOf(RegionNames names, string location, string stack, bool isOwn) => new()
    {
        ["name"] = location,
        ["provider"] = Provider,
        ["bucket"] = names.Bucket(BucketPurpose.ConfigBackups),
        ["prefix"] = ObjectPrefixes.Velero(stack),
        ["default"] = isOwn,
        ["accessMode"] = isOwn ? "ReadWrite" : "ReadOnly",
        ["config"] = new Dictionary<string, object> { ["region"] = names.Region },
    };

    private static Dictionary<string, object> DailyBackup() => new()
    {
        ["schedule"] = Schedule,
        ["template"] = new Dictionary<string, object>
        {
            ["storageLocation"] = OwnLocation,
            ["ttl"] = TimeToLive,
            ["snapshotVolumes"] = false,
            // They are rebuilt from configuration, where they are encrypted.
            ["excludedResources"] = new[] { "secrets" },
        },
    };
}
