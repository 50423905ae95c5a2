namespace MlTa.Recovery.Changes.Facts;

/// <summary>CloudWatch alarms and dashboards, EventBridge, AWS Chatbot and FIS.</summary>
internal static class MonitoringFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        // Read in a file of 2024: older releases have no such resource.
        new("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", "internal/service/chatbot/slack_channel_configuration.go")
        {
            InPlace = ["configurationName", "guardrailPolicyArns", "iamRoleArn", "loggingLevel", "slackChannelId", "slackTeamId", "snsTopicArns", "tags"],
        },
        new("aws:cloudwatch/dashboard:Dashboard", "internal/service/cloudwatch/dashboard.go")
        {
            Replacing = ["dashboardName"],
            InPlace = ["dashboardBody"],
        },
        new("aws:cloudwatch/eventRule:EventRule", "internal/service/events/rule.go")
        {
            Replacing = ["eventBusName", "name", "namePrefix"],
            InPlace = ["description", "eventPattern", "roleArn", "scheduleExpression", "state", "tags"],
        },
        new("aws:cloudwatch/eventTarget:EventTarget", "internal/service/events/target.go")
        {
            Replacing = ["eventBusName", "rule", "targetId"],
            InPlace = ["arn", "input", "inputPath", "inputTransformer", "roleArn"],
        },
        new("aws:cloudwatch/metricAlarm:MetricAlarm", "internal/service/cloudwatch/metric_alarm.go")
        {
            Replacing = ["name"],
            InPlace =
            [
                "actionsEnabled", "alarmActions", "alarmDescription", "comparisonOperator", "datapointsToAlarm", "dimensions", "evaluationPeriods",
                "extendedStatistic", "insufficientDataActions", "metricName", "metricQueries", "namespace", "okActions", "period", "statistic", "tags",
                "threshold", "treatMissingData", "unit",
            ],
        },
        // Read in a file of 2025. What an update says does not include accountTargeting, so that is left out.
        new("aws:fis/experimentTemplate:ExperimentTemplate", "internal/service/fis/experiment_template.go")
        {
            Replacing = ["tags"],
            InPlace = ["actions", "description", "experimentOptions.emptyTargetResolutionMode", "logConfiguration", "roleArn", "stopConditions", "targets"],
        },
    ];
}
