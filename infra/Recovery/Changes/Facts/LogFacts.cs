namespace MlTa.Recovery.Changes.Facts;

/// <summary>CloudWatch Logs.</summary>
internal static class LogFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:cloudwatch/logGroup:LogGroup", "internal/service/logs/group.go")
        {
            Replacing = ["logGroupClass", "name", "namePrefix"],
            InPlace = ["kmsKeyId", "retentionInDays", "skipDestroy", "tags"],
        },
        new("aws:cloudwatch/logMetricFilter:LogMetricFilter", "internal/service/logs/metric_filter.go")
        {
            Replacing = ["logGroupName", "name"],
            InPlace = ["metricTransformation", "pattern"],
        },
        new("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "internal/service/logs/resource_policy.go")
        {
            Replacing = ["policyName"],
            InPlace = ["policyDocument"],
        },
    ];
}
