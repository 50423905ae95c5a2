using MlTa.Naming;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>A region's loss is noticed by what is not in that region.</summary>
internal static class OutageAlarmRules
{
    /// <summary>The one region in which Route 53 publishes what its checks find.</summary>
    private const string HealthCheckRegion = "us-east-1";

    private const string HealthChecks = "AWS/Route53";

    /// <summary>One of them may be in the region that is lost.</summary>
    private const int RegionsThatTell = 2;

    public static readonly RecoveryRule[] All =
    [
        new("loss-noticed-outside", Severity.Error,
            "Every region that serves, or could, is listened to in every other region.",
            "An alarm in a lost region cannot fire: the loss is noticed by users, and the time until then is the outage.",
            "Declare in every other stack an alarm on the silence of the stack's heartbeat.",
            "The recovery plan, 'Regional AWS Outage'; CloudWatch user guide, 'Using Amazon CloudWatch alarms': an alarm is in one region")
        {
            Check = declared =>
                from watched in declared.Stacks
                where watched.CanServe
                from other in declared.Stacks
                where other != watched && other.Settings.ExistingPeers.Any(peer => peer.Stack == watched.Name)
                where !AlarmsOf(other).Any(alarm => alarm.FiresBelow() && alarm.Metrics().Any(metric => IsHeartbeat(metric) && IsCount(metric) && metric.IsAbout(RecoveryMetrics.StackDimension, watched.Name)))
                select other.Gap($"alarm on the silence of {watched.Name}", $"nothing in {other.Region} notices that {watched.Region} is silent"),
        },

        new("heartbeat-sent", Severity.Error,
            "Every region that serves, or could, says to every other region that it lives.",
            "What listens there hears nothing, and an alarm that always fires is one that nobody looks at.",
            "Declare the job that writes the heartbeat, with the regions of all peers.",
            "This project's decision")
        {
            Check = declared =>
                from stack in declared.Stacks
                where stack.CanServe
                let told = stack.Of(ResourceTypes.CronJob).Select(job => job.Inputs.Texts().ToList()).Where(texts => IsHeartbeatOf(stack, texts)).SelectMany(texts => texts.SelectMany(text => text.Split(' '))).ToHashSet()
                let missing = declared.PeersOf(stack).Select(peer => peer.Region).Where(region => !told.Contains(region)).ToList()
                where missing.Count > 0
                select stack.Gap("heartbeat", $"no job writes the heartbeat of {stack.Name} into {string.Join(", ", missing)}"),
        },

        new("outage-told-twice", Severity.Error,
            "Every level of escalation hears of an outage from at least two regions.",
            "If the only region that tells it is the lost one, nobody is woken.",
            "Declare the ladder of outage alarms in two stacks, each with its own signal.",
            "This project's decision: any one region may be lost")
        {
            Check = declared =>
                from level in Enum.GetValues<EscalationLevel>()
                let regions = declared.Stacks.Where(stack => AlarmsOf(stack).Any(alarm => IsOutage(alarm) && Tells(alarm, stack.Names.TopicArn(level)))).Select(stack => stack.Region).ToList()
                where regions.Count < RegionsThatTell
                select new Gap(null, Words.Kebab(level), $"hears of an outage from {(regions.Count == 0 ? "no region" : string.Join(", ", regions))}, expected {RegionsThatTell} regions"),
        },

        new("health-checks-watched-where-they-are", Severity.Error,
            "Alarms on health checks are in us-east-1.",
            "Route 53 publishes their metrics there and nowhere else: an alarm in any other region sees nothing.",
            "Move the alarm to the stack in us-east-1, and listen to heartbeats elsewhere.",
            "Route 53 developer guide, 'Monitoring health checks using CloudWatch'")
        {
            Check = declared => declared.All(ResourceTypes.Alarm)
                .Where(alarm => alarm.Stack.Region != HealthCheckRegion && alarm.Metrics().Any(metric => metric.Namespace == HealthChecks))
                .Select(alarm => alarm.Gap($"watches a health check from {alarm.Stack.Region}")),
        },
    ];

    private static IEnumerable<PlacedResource> AlarmsOf(JudgedStack stack) => stack.Of(ResourceTypes.Alarm).Select(alarm => new PlacedResource(stack, alarm));

    private static bool IsHeartbeat(WatchedMetrics.Metric metric) => metric.Is(RecoveryMetrics.Namespace, RecoveryMetrics.Active);

    private static bool IsCount(WatchedMetrics.Metric metric) => metric.Statistic == "SampleCount";

    private static bool IsHeartbeatOf(JudgedStack stack, IReadOnlyCollection<string> texts) =>
        texts.Contains(RecoveryMetrics.Namespace) && texts.Contains(RecoveryMetrics.Active) && texts.Contains($"{RecoveryMetrics.StackDimension}={stack.Name}");

    /// <summary>Whether it fires when no region is writable: it looks at gates or at what regions say of themselves, and at nothing else.</summary>
    private static bool IsOutage(PlacedResource alarm)
    {
        var metrics = alarm.Metrics();
        var checks = alarm.Stack.Sources(alarm.Resource, ResourceTypes.HealthCheck);
        return alarm.FiresBelow() && metrics.Count > 0 && (
            metrics.All(metric => IsHeartbeat(metric) && !IsCount(metric))
            || (metrics.All(metric => metric.Namespace == HealthChecks) && checks.Count > 0 && checks.All(check => check.Inputs.Text("resourcePath") == HealthPaths.Active)));
    }

    private static bool Tells(PlacedResource alarm, string topicArn) => alarm.Resource.Inputs.List("alarmActions").Contains(topicArn);
}
