using static MlTa.Recovery.Changes.ServiceEndpoints;

namespace MlTa.Recovery.Changes.Apis;

/// <summary>What notices, tells people, and moves users.</summary>
internal static class MonitoringApis
{
    public static IReadOnlyList<TypeApi> All { get; } =
    [
        new("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", Chatbot, "CreateSlackChannelConfiguration", "DeleteSlackChannelConfiguration")
        {
            Update = "UpdateSlackChannelConfiguration",
        },
        new("aws:cloudwatch/dashboard:Dashboard", CloudWatch, "PutDashboard", "DeleteDashboards"),
        new("aws:cloudwatch/eventRule:EventRule", Events, "PutRule", "DeleteRule"),
        new("aws:cloudwatch/eventTarget:EventTarget", Events, "PutTargets", "RemoveTargets"),
        new("aws:cloudwatch/logGroup:LogGroup", Logs, "CreateLogGroup", "DeleteLogGroup") { Update = "PutRetentionPolicy" },
        new("aws:cloudwatch/logMetricFilter:LogMetricFilter", Logs, "PutMetricFilter", "DeleteMetricFilter"),
        new("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", Logs, "PutResourcePolicy", "DeleteResourcePolicy"),
        new("aws:cloudwatch/metricAlarm:MetricAlarm", CloudWatch, "PutMetricAlarm", "DeleteAlarms"),
        new("aws:fis/experimentTemplate:ExperimentTemplate", Experiments, "CreateExperimentTemplate", "DeleteExperimentTemplate") { Update = "UpdateExperimentTemplate" },
        new("aws:route53/healthCheck:HealthCheck", Dns, "CreateHealthCheck", "DeleteHealthCheck") { Update = "UpdateHealthCheck" },
        new("aws:route53/record:Record", Dns, "ChangeResourceRecordSets", "ChangeResourceRecordSets"),
        new("aws:sns/topic:Topic", Notifications, "CreateTopic", "DeleteTopic") { Update = "SetTopicAttributes" },
        new("aws:sns/topicPolicy:TopicPolicy", Notifications, "SetTopicAttributes", "SetTopicAttributes"),
        new("aws:sns/topicSubscription:TopicSubscription", Notifications, "Subscribe", "Unsubscribe") { Update = "SetSubscriptionAttributes" },
    ];
}
