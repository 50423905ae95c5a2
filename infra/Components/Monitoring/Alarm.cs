using MlTa.Naming;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace MlTa.Components.Monitoring;

/// <summary>Everything about one alarm. None can be declared without saying what silence means and who is told.</summary>
public sealed record Alarm
{
    /// <summary>What it is about, unique in its region; the prefix comes before it.</summary>
    public required string Name { get; init; }

    /// <summary>What is wrong, and what to do first.</summary>
    public required string Description { get; init; }

    public required Signal Signal { get; init; }

    public required Comparison Is { get; init; }

    public required double Threshold { get; init; }

    /// <summary>How many of the last <see cref="Periods"/> have to be bad.</summary>
    public required int BadPeriods { get; init; }

    public required int Periods { get; init; }

    public required MissingData Silence { get; init; }

    /// <summary>Who is told, also that it is over.</summary>
    public required EscalationLevel Level { get; init; }

    internal MetricAlarm Declare(Resource parent, EscalationTopics topics, RegionNames names) =>
        new MetricAlarm(Name, Args(topics.ArnOf(Level), names), new() { Parent = parent });

    private MetricAlarmArgs Args(Output<string> topicArn, RegionNames names)
    {
        var args = new MetricAlarmArgs
        {
            Name = names.Alarm(Name),
            AlarmDescription = Description,
            ComparisonOperator = Is == Comparison.Below ? "LessThanThreshold" : "GreaterThanThreshold",
            Threshold = Threshold,
            DatapointsToAlarm = BadPeriods,
            EvaluationPeriods = Periods,
            TreatMissingData = Silence == MissingData.IsTheFault ? "breaching" : "notBreaching",
            AlarmActions = { topicArn },
            OkActions = { topicArn },
        };
        SetSignal(args);
        return args;
    }

    private void SetSignal(MetricAlarmArgs args)
    {
        if (Signal.Expression is { } expression)
        {
            args.MetricQueries = Signal.Metrics
                .Select((metric, index) => new MetricAlarmMetricQueryArgs { Id = Signal.IdOf(index), Metric = Query(metric), ReturnData = false })
                .Append(new() { Id = "signal", Expression = expression, Label = Name, ReturnData = true })
                .ToList();
            return;
        }

        var only = Signal.Metrics[0];
        args.Namespace = only.Namespace;
        args.MetricName = only.Name;
        args.Statistic = only.Statistic;
        args.Period = only.PeriodSeconds;
        args.Dimensions = ToMap(only.Dimensions);
    }

    private static MetricAlarmMetricQueryMetricArgs Query(WatchedMetric metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Stat = metric.Statistic,
        Period = metric.PeriodSeconds,
        Dimensions = ToMap(metric.Dimensions),
    };

    private static InputMap<string> ToMap(IReadOnlyDictionary<string, Output<string>> dimensions)
    {
        var map = new InputMap<string>();
        foreach (var (name, value) in dimensions)
        {
            map.Add(name, value);
        }

        return map;
    }
}
