using System.Text.Encodings.Web;
using System.Text.Json;
using MlTa.Naming;

namespace MlTa.Components.Monitoring;

/// <summary>What EventBridge rules match. Field names and values are those of AWS Backup's and CloudWatch's events in the EventBridge reference.</summary>
internal static class EventPatterns
{
    private const string Detail = "detail";
    private const string DetailType = "detail-type";
    private const string AnyOf = "$or";

    private static readonly string[] s_backup = One("aws.backup");
    private static readonly string[] s_jobs = ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"];
    private static readonly string[] s_failures = ["FAILED", "ABORTED", "EXPIRED"];
    private static readonly string[] s_completed = One("COMPLETED");

    // The default escapes characters for HTML, which makes diffs hard to read.
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A backup, a copy or a restore test that did not succeed. Some of AWS Backup's events have a state, others a status.</summary>
    public static string FailedBackups { get; } = ToJson(new()
    {
        ["source"] = s_backup,
        [DetailType] = s_jobs,
        [Detail] = new Dictionary<string, object>
        {
            [AnyOf] = new[] { "state", "status" }.Select(field => new Dictionary<string, object> { [field] = s_failures }),
        },
    });

    /// <summary>
    /// A recovery point in the region's own vault, made here or copied to it. Both events, because AWS does not say which of them a copy
    /// from another region sends here.
    /// </summary>
    public static string ArrivedRecoveryPoints(RegionNames names) => ToJson(new()
    {
        ["source"] = s_backup,
        [AnyOf] = new[]
        {
            new Dictionary<string, object>
            {
                [DetailType] = One("Recovery Point State Change"),
                [Detail] = new Dictionary<string, object> { ["status"] = s_completed, ["backupVaultName"] = One(names.Vault) },
            },
            new Dictionary<string, object>
            {
                [DetailType] = One("Copy Job State Change"),
                [Detail] = new Dictionary<string, object> { ["state"] = s_completed, ["destinationBackupVaultArn"] = One(names.VaultArn) },
            },
        },
    });

    /// <summary>Something that Velero has written of a backup of its own cluster. What replication brings has another prefix.</summary>
    public static string ClusterBackups(RegionNames names) => ToJson(new()
    {
        ["source"] = One("aws.s3"),
        [DetailType] = One("Object Created"),
        [Detail] = new Dictionary<string, object>
        {
            ["bucket"] = new Dictionary<string, object> { ["name"] = One(names.Bucket(BucketPurpose.ConfigBackups)) },
            ["object"] = new Dictionary<string, object> { ["key"] = Prefix($"{ObjectPrefixes.Velero(names.Stack)}/backups/") },
        },
    });

    /// <summary>Every change of one of our alarms.</summary>
    public static string AlarmChanges(RegionNames names) => ToJson(new()
    {
        ["source"] = One("aws.cloudwatch"),
        [DetailType] = One("CloudWatch Alarm State Change"),
        [Detail] = new Dictionary<string, object>
        {
            ["alarmName"] = Prefix(names.Alarm("")),
        },
    });

    private static string[] One(string value) => [value];

    private static Dictionary<string, object>[] Prefix(string prefix) => [new() { ["prefix"] = prefix }];

    private static string ToJson(Dictionary<string, object> pattern) => JsonSerializer.Serialize(pattern, s_options);
}
