using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>After a failover: the standby is active, the old active stack is fenced.</summary>
internal static class FailoverMutations
{
    private const string OldGate = $"secondary {T.HealthCheck} check-us-west-2-active";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("a fenced database that is still open", s => s.Again($"primary {T.IngressRule} cache-from-cluster", "database-from-cluster", rule => rule with
        {
            Inputs = ChangedInputs.Of(rule, ("securityGroupId", "${aws:ec2/securityGroup:SecurityGroup::database.id}")),
        }), "fenced-closed"),
        new("a fenced database in which sessions can write", s => s.Say($"primary {T.DatabaseParameters}", "\"default_transaction_read_only\",\"value\":\"1\"", "\"default_transaction_read_only\",\"value\":\"0\""), "fenced-read-only"),
        new("workers that run in the fenced region", s => s.Set($"primary {T.Deployment} worker", "spec.replicas", 2), "fenced-idle"),
        new("the old region's gate without its pin", s => s.Set(OldGate, "disabled", false).Set(OldGate, "invertHealthcheck", false), "users-follow-the-writer"),
        new("half a pin", s => s.Set(OldGate, "invertHealthcheck", false), "pin-complete"),
        new("a check that sends users back on a blip", s => s.Set($"secondary {T.Record} failover-secondary", "healthCheckId", "${aws:route53/healthCheck:HealthCheck::check-us-east-1-active.id}")
            .With($"secondary {T.Record} failover-secondary", record => record with { DataDependsOn = ["urn:pulumi:secondary::ml-ta::ml-ta:index:HealthChecks$aws:route53/healthCheck:HealthCheck::check-us-east-1-active"] }), "users-follow-the-writer"),
        new("a promoted database without backups", s => s.Set($"secondary {T.Database}", "backupRetentionPeriod", 0), "database-backed-up"),
        new("a promoted database that nothing backs up", s => s.Drop($"secondary {T.BackupPlan}"), "writer-backed-up-daily"),
        new("copies that go to the archive only", s => s.Set($"secondary {T.BackupPlan}", "rules[0].copyActions[0]", null), "recovery-points-copied"),
        new("an active region that sends no heartbeat", s => s.Drop($"secondary {T.CronJob}"), "heartbeat-sent"),
        new("an active region to whose silence the archive does not listen", s => s.Drop($"backup {T.Alarm} secondary-silent"), "loss-noticed-outside"),
    ];
}
