using System.Text.Json;
using MlTa.Recovery.Moves;
using MlTa.Settings;

namespace MlTa.Recovery.Procedures;

/// <summary>What people type where no <c>up</c> does it. Words in capitals are to be filled in.</summary>
internal static class ManualCommands
{
    public static string ReplicaLag(StackSettings stack) =>
        $"aws cloudwatch get-metric-statistics --region {stack.Region} --namespace AWS/RDS --metric-name ReplicaLag --statistics Maximum --period 60 "
        + $"--dimensions Name=DBInstanceIdentifier,Value={stack.Names.Database(stack.Database.Generation)} "
        + "--start-time $(date -u -d '10 minutes ago' +%FT%TZ) --end-time $(date -u +%FT%TZ)";

    public static string NewestRecoveryPoint(StackSettings stack) =>
        $"aws backup list-recovery-points-by-backup-vault --region {stack.Region} --backup-vault-name {stack.Names.Vault} "
        + "--query 'sort_by(RecoveryPoints, &CreationDate)[-1].[RecoveryPointArn, CreationDate]' --output text";

    /// <summary>On demand, as the daily plan is gone with the role.</summary>
    public static string BackUpAndCopy(StackSettings from, StackSettings to) =>
        $"aws backup start-backup-job --region {from.Region} --backup-vault-name {from.Names.Vault} --iam-role-arn BACKUP-ROLE "
        + $"--resource-arn {from.Names.DatabaseArn(from.Database.Generation)}\n"
        + $"aws backup start-copy-job --region {from.Region} --source-backup-vault-name {from.Names.Vault} --iam-role-arn BACKUP-ROLE "
        + $"--recovery-point-arn RECOVERY-POINT --destination-backup-vault-arn {to.Names.VaultArn}";

    public static string ObjectsPending(StackSettings from) =>
        $"aws cloudwatch list-metrics --region {from.Region} --namespace AWS/S3 --metric-name OperationsPendingReplication   # each has to be 0 on the dashboard";

    /// <summary>The record keeps its name, order and identifier, loses its check, and leads to the region.</summary>
    public static string PointPrimary(Estate estate, string to)
    {
        var stack = estate[to];
        var batch = JsonSerializer.Serialize(new
        {
            Changes = new[]
            {
                new
                {
                    Action = "UPSERT",
                    ResourceRecordSet = new
                    {
                        Name = stack.Hosts.Api,
                        Type = "CNAME",
                        SetIdentifier = "primary",
                        Failover = "PRIMARY",
                        TTL = estate.KeeperOfRecords?.Failover?.TtlSeconds ?? FailoverSettings.MaximumTtlSeconds,
                        ResourceRecords = new[] { new { Value = stack.Hosts.Regional(stack.Region) } },
                    },
                },
            },
        });
        return $"aws route53 change-resource-record-sets --hosted-zone-id {stack.Dns.ZoneId} --change-batch '{batch}'";
    }
}
