using MlTa.Naming;

namespace MlTa.Components.Monitoring;

/// <summary>The metrics that alarms and dashboards read: which one, how, and how often.</summary>
internal static class RecoveryMetric
{
    public const int MinuteSeconds = 60;
    public const int HourSeconds = 3600;

    /// <summary>1 while the check is good. In us-east-1 only (Route 53 developer guide, "Monitoring health checks using CloudWatch").</summary>
    public static WatchedMetric HealthCheckStatus(Output<string> healthCheckId) =>
        new("AWS/Route53", "HealthCheckStatus", "Minimum", MinuteSeconds, Dimensions(("HealthCheckId", healthCheckId)));

    /// <summary>1 while the stack's database is writable, as the stack itself says; in every region but its own.</summary>
    public static WatchedMetric Active(string stack, string statistic) =>
        new(RecoveryMetrics.Namespace, RecoveryMetrics.Active, statistic, MinuteSeconds, Dimensions((RecoveryMetrics.StackDimension, Output.Create(stack))));

    public static WatchedMetric Database(string metric, string statistic, string identifier) =>
        new("AWS/RDS", metric, statistic, MinuteSeconds, Dimensions(("DBInstanceIdentifier", Output.Create(identifier))));

    /// <param name="metric">The metric.</param>
    /// <param name="statistic">How the values of a minute become one.</param>
    /// <param name="purpose">Which bucket.</param>
    /// <param name="source">Who replicates.</param>
    /// <param name="destination">To whom.</param>
    public static WatchedMetric Replication(string metric, string statistic, BucketPurpose purpose, RegionNames source, RegionNames destination) =>
        new("AWS/S3", metric, statistic, MinuteSeconds, Dimensions(
            ("SourceBucket", Output.Create(source.Bucket(purpose))),
            ("DestinationBucket", Output.Create(destination.Bucket(purpose))),
            ("RuleId", Output.Create(BucketReplication.RuleIdTo(destination)))));

    /// <summary>
    /// How many targets a load balancer takes for healthy, at the worst moment of a minute. Reported whether there are requests or not, as long as
    /// there are health checks (Application Load Balancer user guide, "CloudWatch metrics").
    /// </summary>
    /// <param name="balancer">The load balancer, by the end of its ARN.</param>
    /// <param name="targets">The target group, by the end of its ARN.</param>
    public static WatchedMetric HealthyTargets(Output<string> balancer, Output<string> targets) =>
        new("AWS/ApplicationELB", "HealthyHostCount", "Minimum", MinuteSeconds, Dimensions(("LoadBalancer", balancer), ("TargetGroup", targets)));

    /// <summary>Events that a rule matched, on the default bus. No value in a period without one (EventBridge user guide, "Monitoring Amazon EventBridge").</summary>
    public static WatchedMetric MatchedEvents(Output<string> rule, int periodSeconds) =>
        new("AWS/Events", "MatchedEvents", "Sum", periodSeconds, Dimensions(("RuleName", rule)));

    public static WatchedMetric DaysToExpiry(Output<string> certificateArn, int periodSeconds) =>
        new("AWS/CertificateManager", "DaysToExpiry", "Minimum", periodSeconds, Dimensions(("CertificateArn", certificateArn)));

    /// <summary>1 from when an outage is noticed, 0 from when it is over, nothing in between.</summary>
    public static WatchedMetric Detected => new(RecoveryMetrics.Namespace, RecoveryMetrics.Detected, "Maximum", MinuteSeconds, Dimensions());

    private static Dictionary<string, Output<string>> Dimensions(params IEnumerable<(string Name, Output<string> Value)> dimensions) =>
        dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value);
}
