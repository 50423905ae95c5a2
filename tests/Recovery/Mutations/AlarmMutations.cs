using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>What notices something, and whom it reaches.</summary>
internal static class AlarmMutations
{
    private const string Lag = $"secondary {T.Alarm} replica-lag";
    private const string Silence = $"secondary {T.Alarm} primary-silent";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("alarms in the lost region", s => s.Move(Silence, "primary"), "loss-noticed-outside"),
        new("an archive that does not listen", s => s.Drop($"backup {T.Alarm} secondary-silent"), "loss-noticed-outside"),
        new("an alarm on what a heartbeat says in place of its silence", s => s.Set(Silence, "statistic", "Maximum"), "loss-noticed-outside"),
        new("a heartbeat that is not sent", s => s.Drop($"primary {T.CronJob}"), "heartbeat-sent"),
        new("a heartbeat that the archive does not hear", s => s.Say($"secondary {T.CronJob}", "us-west-2 eu-west-1", "us-west-2"), "heartbeat-sent"),
        new("a heartbeat under another stack's name", s => s.Say($"secondary {T.CronJob}", "Stack=secondary", "Stack=primary"), "heartbeat-sent"),
        new("customers who are told by one region only", s => s.Drop($"backup {T.Alarm} outage-customers"), "outage-told-twice"),
        new("an outage for whose end a check of the process is enough", s => s.Set($"secondary {T.HealthCheck} check-us-west-2-active", "resourcePath", "/health"), "gate-asks-writable", "outage-told-twice"),
        new("an alarm on a health check outside us-east-1", s => s.Move($"secondary {T.Alarm} primary-api-on-call", "backup"), "health-checks-watched-where-they-are"),
        new("a lag alarm beyond the objective", s => s.Set(Lag, "threshold", 3600), "replica-lag-alarmed"),
        new("a lag alarm in the writer's region", s => s.Move(Lag, "primary"), "replica-lag-alarmed"),
        new("a lag alarm on another database", s => s.Set(Lag, "dimensions.DBInstanceIdentifier", "ml-ta-production"), "replica-lag-alarmed"),
        new("a replica that stops without a word", s => s.Drop($"secondary {T.Alarm} replica-stopped"), "replica-stop-alarmed"),
        new("a lag alarm that is quiet when nothing is heard", s => s.Set(Lag, "treatMissingData", "missing"), "silence-is-a-fault"),
        new("a heartbeat whose silence is no fault", s => s.Set($"backup {T.Alarm} primary-silent", "treatMissingData", "notBreaching"), "silence-is-a-fault"),
        new("an outage that needs a metric to be noticed", s => s.Set($"secondary {T.Alarm} outage-on-call", "treatMissingData", null), "silence-is-a-fault"),
        new("an alarm without an action", s => s.Set(Lag, "alarmActions", null), "alarm-reaches-its-region"),
        new("an alarm that tells the lost region", s => s.Set(Lag, "alarmActions[0]", "arn:aws:sns:us-west-2:111122223333:ml-ta-on-call"), "alarm-reaches-its-region"),
        new("an archive without the on-call engineer's topic", s => s.Drop($"backup {T.Topic} on-call"), "levels-reach-people"),
        new("nobody is paged from the standby's region", s => s.Drop($"secondary {T.Subscription} on-call-pager"), "levels-reach-people"),
        new("management that nobody tells", s => s.Drop($"backup {T.Subscription} management-commander-phone").Drop($"backup {T.Subscription} management-management-1").Drop($"backup {T.Subscription} management-management-2"), "levels-reach-people"),
        new("a topic that refuses alarms", s => s.Drop($"secondary {T.TopicPolicy} on-call"), "topic-takes-alarms"),
        new("a key that CloudWatch may not use", s => s.Say($"backup {T.Key} alerts-key", "cloudwatch.amazonaws.com", "budgets.amazonaws.com"), "topic-takes-alarms"),
        new("a chat in a region that is failed away from", s => s.Move($"backup {T.Chat}", "primary"), "chat-survives", "chat-hears-every-region"),
        new("a chat that does not show the standby's region", s => s.Say($"backup {T.Chat}", "us-east-1", "eu-west-1"), "chat-hears-every-region"),
    ];
}
