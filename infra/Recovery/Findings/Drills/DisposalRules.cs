using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>A drill ends, whatever happened in it, and what it forgot can be found.</summary>
internal static class DisposalRules
{
    private const string ExpiresTag = "expires";

    /// <summary>What a node is made of: the provider's default tags stay on its template.</summary>
    private static readonly string[] s_tagged = ["instance", "volume"];

    public static readonly RecoveryRule[] All =
    [
        new("drill-is-disposable", Severity.Error,
            "Everything of a drill goes with it: nothing is protected, kept, or leaves a snapshot or backups behind.",
            "The teardown stops half-way, and what is left costs money and holds production's data.",
            "Declare it without protection, and its database without a final snapshot and without backups.",
            "RDS API, DeleteDBInstance; EKS API, DeleteCluster, deletionProtection")
        {
            CheckDrill = drill =>
                from resource in drill.Resources
                from problem in Keeps(resource)
                select drill.Gap(resource, problem),
        },

        new("drill-expires", Severity.Error,
            "Every resource of a drill says when it may be removed, the nodes too.",
            "Nobody dares to remove what a broken drill has left, or nobody finds it.",
            "Give the provider's default tags and the launch template's the tag expires.",
            "decided by this project")
        {
            CheckDrill = drill =>
            [
                .. drill.Of(ResourceTypes.AwsProvider).Where(provider => TagOf(provider) != drill.Settings.Drill.Expires)
                    .Select(provider => drill.Gap(provider, $"its default tag expires should be {drill.Settings.Drill.Expires}, got {TagOf(provider) ?? "nothing"}")),
                .. from template in drill.Of(ResourceTypes.LaunchTemplate)
                   from missing in s_tagged.Except(template.Inputs.Items("tagSpecifications").Select(specification => specification.Text("resourceType")!))
                   select drill.Gap(template, $"gives a {missing} no tags"),
                .. from template in drill.Of(ResourceTypes.LaunchTemplate)
                   from specification in template.Inputs.Items("tagSpecifications")
                   where Tag(specification) != drill.Settings.Drill.Expires
                   select drill.Gap(template, $"the tag expires of a {specification.Text("resourceType")} should be {drill.Settings.Drill.Expires}, got {Tag(specification) ?? "nothing"}"),
            ],
        },
    ];

    private static IEnumerable<string> Keeps(DeclaredResource resource) =>
    [
        .. resource.Protect ? ["is protected"] : Array.Empty<string>(),
        .. resource.RetainOnDelete ? ["is kept when it is deleted"] : Array.Empty<string>(),
        .. resource.Inputs.IsOn("deletionProtection") ? ["has deletion protection"] : Array.Empty<string>(),
        .. resource.Inputs.IsOn("skipDestroy") ? ["is not deleted when it is destroyed"] : Array.Empty<string>(),
        .. resource.Type == ResourceTypes.Cache && (resource.Inputs.Number("snapshotRetentionLimit") != 0 || resource.Inputs.ContainsKey("finalSnapshotIdentifier"))
            ? ["leaves snapshots"] : Array.Empty<string>(),
        .. resource.Type == ResourceTypes.Database ? KeepsOfDatabase(resource.Inputs) : [],
    ];

    private static IEnumerable<string> KeepsOfDatabase(JsonObject database) =>
    [
        .. database.IsOn("skipFinalSnapshot") ? Array.Empty<string>() : ["leaves a final snapshot"],
        .. database.Number("backupRetentionPeriod") == 0 && database.IsOn("deleteAutomatedBackups") ? Array.Empty<string>() : ["leaves backups"],
    ];

    /// <summary>What a provider is given comes as the text of a JSON document.</summary>
    private static string? TagOf(DeclaredResource provider) => Tag(provider.Inputs.Document("defaultTags"));

    private static string? Tag(JsonNode? tagged) => tagged.Text($"tags.{ExpiresTag}");
}
