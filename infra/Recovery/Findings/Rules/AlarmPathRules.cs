using MlTa.Naming;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>What notices something reaches somebody.</summary>
internal static class AlarmPathRules
{
    private const string Alarms = "cloudwatch.amazonaws.com";

    /// <summary>What wakes people; e-mail does not.</summary>
    private static readonly string[] s_waking = ["https", "sms"];

    public static readonly RecoveryRule[] All =
    [
        new("alarm-reaches-its-region", Severity.Error,
            "Every alarm acts, on topics of its own region.",
            "An alarm without an action is seen by nobody, and one whose topic is in a lost region is too.",
            "Give the alarm a topic that its own stack declares.",
            "CloudWatch user guide, 'Using Amazon CloudWatch alarms'")
        {
            Check = declared =>
                from alarm in declared.All(ResourceTypes.Alarm)
                let actions = alarm.Resource.Inputs.List("alarmActions").ToList()
                // A level that is missing as a whole is another rule's.
                let known = alarm.Stack.Of(ResourceTypes.Topic).Select(topic => topic.Inputs.Text("name") ?? "")
                    .Concat(Enum.GetValues<EscalationLevel>().Select(alarm.Stack.Names.Topic))
                    .Select(name => Arns.Topic(alarm.Stack.Region, alarm.Stack.Settings.Account, name)).ToHashSet()
                let strange = actions.Where(action => !known.Contains(action)).ToList()
                where actions.Count == 0 || strange.Count > 0
                select alarm.Gap(actions.Count == 0 ? "has no action" : $"acts on {string.Join(", ", strange)}, which {alarm.Stack.Name} does not declare in {alarm.Stack.Region}"),
        },

        new("silence-is-a-fault", Severity.Error,
            "Alarms on what always flows fire when nothing flows.",
            "When the region is lost so is the metric, and the alarm that is for just that stays quiet.",
            "Set treatMissingData to breaching on heartbeats, health checks, healthy targets, replica lag and arriving backups.",
            "CloudWatch user guide, 'Configuring how CloudWatch alarms treat missing data'")
        {
            Check = declared => declared.All(ResourceTypes.Alarm)
                .Where(alarm => alarm.Metrics().Any(metric => AlwaysFlows(alarm, metric)) && alarm.Resource.Inputs.Text("treatMissingData") != "breaching")
                .Select(alarm => alarm.Gap($"treatMissingData should be breaching, got {alarm.Resource.Inputs.Text("treatMissingData") ?? "nothing"}")),
        },

        new("levels-reach-people", Severity.Error,
            "In every region each level of escalation has a topic with recipients, and the on-call engineer's wakes somebody.",
            "The region that notices an outage cannot use another region's topics, and people have to confirm theirs in time of peace.",
            "Declare the four topics in every stack, the on-call one with an SMS and an https recipient (the pager).",
            "The recovery plan, 'Escalation'; SNS developer guide, 'Amazon SNS event destinations'")
        {
            Check = declared =>
                from stack in declared.Stacks
                from level in Enum.GetValues<EscalationLevel>()
                let name = stack.Names.Topic(level)
                let protocols = stack.Of(ResourceTypes.Topic).Where(topic => topic.Inputs.Text("name") == name)
                    .SelectMany(topic => stack.Users(topic, ResourceTypes.Subscription)).Select(subscription => subscription.Inputs.Text("protocol")).ToHashSet()
                let missing = s_waking.Where(protocol => level == EscalationLevel.OnCall && !protocols.Contains(protocol)).ToList()
                where protocols.Count == 0 || missing.Count > 0
                select stack.Gap(name, protocols.Count == 0 ? $"reaches nobody in {stack.Region}" : $"has no recipient by {string.Join(", ", missing)} in {stack.Region}"),
        },

        new("topic-takes-alarms", Severity.Error,
            "CloudWatch may write to every topic that an alarm has, and use its key.",
            "The alarm fires, its message is refused, and nothing says so.",
            "Allow cloudwatch.amazonaws.com to publish in the topic's policy, and to use the key in the key's.",
            "SNS developer guide, 'Encryption at rest', services as event sources")
        {
            Check = declared =>
                from topic in declared.All(ResourceTypes.Topic)
                where topic.Stack.Users(topic.Resource, ResourceTypes.Alarm).Count > 0
                let problem = !topic.Stack.Users(topic.Resource, ResourceTypes.TopicPolicy).Any(policy => policy.Inputs.Allows("policy", Alarms, "sns:Publish"))
                    ? "its policy does not let CloudWatch publish"
                    : topic.Stack.Sources(topic.Resource, ResourceTypes.Key).FirstOrDefault(key => !key.Inputs.Allows("policy", Alarms, "kms:GenerateDataKey")) is { } key
                        ? $"the policy of {key.Name} does not let CloudWatch use it"
                        : null
                where problem is not null
                select topic.Gap(problem),
        },
    ];

    private static bool AlwaysFlows(PlacedResource alarm, WatchedMetrics.Metric metric) =>
        metric.Namespace is "AWS/Route53" or RecoveryMetrics.Namespace
        || metric.Is("AWS/Events", "MatchedEvents")
        || metric.Is("AWS/ApplicationELB", "HealthyHostCount")
        // A replica that has stopped is noticed by another alarm, which nothing but a value of -1 concerns.
        || (metric.Is("AWS/RDS", "ReplicaLag") && alarm.FiresAbove());
}
