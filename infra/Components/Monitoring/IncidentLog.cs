using MlTa.Components.Policies;
using MlTa.Naming;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace MlTa.Components.Monitoring;

public sealed record IncidentLogArgs
{
    public required RegionNames Names { get; init; }

    public required Output<string> KeyArn { get; init; }

    /// <summary>The ladder whose first level says that an outage was noticed; null where there is none.</summary>
    public required string? Ladder { get; init; }
}

/// <summary>
/// When which alarm changed, for the review of an incident: CloudWatch itself forgets it after 30 days (CloudWatch API,
/// DescribeAlarmHistory). Also what reached the vault.
/// </summary>
public sealed class IncidentLog : ComponentResource
{
    /// <summary>Longer than a year, so that the same quarter can be compared. One of the numbers that CloudWatch Logs takes.</summary>
    private const int RetentionDays = 400;

    private const string AlarmState = "ALARM";
    private const string OkState = "OK";

    private readonly LogGroup _log;
    private readonly LogResourcePolicy _policy;

    public IncidentLog(string name, IncidentLogArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:IncidentLog", name, options)
    {
        _log = new LogGroup(name, new()
        {
            Name = args.Names.IncidentLog(),
            RetentionInDays = RetentionDays,
            KmsKeyId = args.KeyArn,
        }, new() { Parent = this });

        _policy = new LogResourcePolicy(name, new()
        {
            PolicyName = args.Names.Alarm("incidents"),
            PolicyDocument = EventsMayWrite(args.Names).ToJson(),
        }, new() { Parent = this });

        var changes = new EventRule(name, new()
        {
            Description = "Every change of an alarm",
            EventPattern = EventPatterns.AlarmChanges(args.Names),
        }, new() { Parent = this });
        Keep(name, changes, this);

        if (args.Ladder is { } ladder)
        {
            var alarm = args.Names.Alarm(EscalationLadder.AlarmOf(ladder, EscalationLevel.AutomatedRecovery));
            Measure($"{name}-noticed", alarm, AlarmState, "1");
            Measure($"{name}-over", alarm, OkState, "0");
        }

        RegisterOutputs();
    }

    /// <summary>Writes what a rule matches into the log. After the policy: EventBridge does not say that it may not write.</summary>
    internal void Keep(string name, EventRule rule, Resource parent) => new EventTarget(name, new()
    {
        Rule = rule.Name,
        Arn = _log.Arn,
    }, new() { Parent = parent, DependsOn = { _policy } });

    private void Measure(string name, string alarm, string state, string value) => new LogMetricFilter(name, new()
    {
        LogGroupName = _log.Name,
        Pattern = $$"""{ ($.detail.alarmName = "{{alarm}}") && ($.detail.state.value = "{{state}}") }""",
        MetricTransformation = new LogMetricFilterMetricTransformationArgs
        {
            Namespace = RecoveryMetrics.Namespace,
            Name = RecoveryMetrics.Detected,
            Value = value,
        },
    }, new() { Parent = this });

    /// <summary>Both principals are asked for by the EventBridge user guide, "Using resource-based policies", on CloudWatch Logs.</summary>
    private static PolicyDocument EventsMayWrite(RegionNames names) => new(new PolicyStatement
    {
        Sid = "Events",
        Effect = PolicyEffect.Allow,
        Principal = new Dictionary<string, IReadOnlyList<string>> { ["Service"] = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource = [$"{names.IncidentLogArn()}:*"],
    });
}
