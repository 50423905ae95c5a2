namespace MlTa.Recovery.Findings.Rules;

/// <summary>Data and keys survive mistakes with Pulumi.</summary>
internal static class KeepingRules
{
    private static readonly string[] s_holders = [ResourceTypes.Database, ResourceTypes.Bucket, ResourceTypes.Vault, ResourceTypes.Key];

    public static readonly RecoveryRule[] All =
    [
        new("data-protected", Severity.Error,
            "What holds data, and every key, is protected from deletion and replacement by Pulumi.",
            "A renamed resource, a destroyed stack or a changed key deletes it in one up.",
            "Declare it with Protect, and without forceDestroy.",
            "Pulumi documentation, resource option 'protect'")
        {
            Check = declared => s_holders.SelectMany(declared.All)
                .Where(holder => !holder.IsReleased() && (!holder.Resource.Protect || holder.Resource.Inputs.IsOn("forceDestroy")))
                .Select(holder => holder.Gap(holder.Resource.Protect ? "forceDestroy is true" : "is not protected")),
        },

        new("key-outlives-data", Severity.Error,
            "A key that leaves a stack stays in AWS.",
            "Snapshots, copies and replicas that it encrypted cannot be read after it.",
            "Declare the key with RetainOnDelete.",
            "KMS developer guide, 'Deleting AWS KMS keys'")
        {
            Check = declared => declared.All(ResourceTypes.Key).Where(key => !key.Resource.RetainOnDelete).Select(key => key.Gap("RetainOnDelete is not set")),
        },
    ];
}
