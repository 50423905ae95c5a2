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

    private static readonly string[] s_backup = ["aws.backup"];
    private static readonly string[] s_failures = ["FAILED", "ABORTED", "EXPIRED"];
    private static readonly string[] s_completed = ["COMPLETED"];

    // The default escapes characters for HTML, which makes diffs hard to read.
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A backup, a copy or a restore test that did not succeed. Some of AWS Backup's events have a state, others a status.</summary>
    public static string FailedBackups { get; } = ToJson(new()
    {
        ["source"] = s_backup,
        [DetailType] = new[] { "Backup Job State Change", "Copy Job State Change", "Restore Job State Change" },
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
                [DetailType] = new[] { "Recovery Point State Change" },
                [Detail] = new Dictionary<string, object> { ["status"] = s_completed, ["backupVaultName"] = new[] { names.Vault } },
            },
            new Dictionary<string, object>
            {
                [DetailType] = new[] { "Copy Job State Change" },
                [Detail] = new Dictionary<string, object> { ["state"] = s_completed, ["destinationBackupVaultArn"] = new[] { names.VaultArn } },
            },
        },
    });

    /// <summary>Every change of one of our alarms.</summary>
    public static string AlarmChanges(RegionNames names) => ToJson(new()
    {
        ["source"] = new[] { "aws.cloudwatch" },
        [DetailType] = new[] { "CloudWatch Alarm State Change" },
        [Detail] = new Dictionary<string, object>
        {
            ["alarmName"] = new[] { new Dictionary<string, object> { ["prefix"] = names.Alarm("") } },
        },
    });

    private static string ToJson(Dictionary<string, object> pattern) => JsonSerializer.Serialize(pattern, s_options);
}
