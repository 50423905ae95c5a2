using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>Alarms as what they say.</summary>
internal static class AlarmTexts
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public static IReadOnlyList<DeclaredResource> Alarms(this StackGraph graph) => graph.Of(AlarmType);

    public static DeclaredResource Alarm(this StackGraph graph, string name) => graph.Alarms().Single(alarm => alarm.Text("name") == name);

    public static IReadOnlyList<string> AlarmNames(this StackGraph graph) => [.. graph.Alarms().Select(alarm => alarm.Text("name")).Order(StringComparer.Ordinal)];

    /// <summary>Bad periods, of how many, and how long each is in seconds.</summary>
    public static (long Bad, long Of, long Seconds) Window(this DeclaredResource alarm) => (
        alarm.Number("datapointsToAlarm"),
        alarm.Number("evaluationPeriods"),
        alarm.Inputs["period"]?.GetValue<long>() ?? alarm.Metrics().Select(metric => metric["period"]!.GetValue<long>()).Distinct().Single());

    /// <summary>The topic's name, the same for the alarm and for its end.</summary>
    public static string Topic(this DeclaredResource alarm)
    {
        var begins = alarm.Inputs["alarmActions"]!.AsArray().Single()!.GetValue<string>();
        var ends = alarm.Inputs["okActions"]!.AsArray().Single()!.GetValue<string>();
        return begins == ends ? begins.Split(':')[^1] : throw new InvalidOperationException($"{alarm.Urn} ends elsewhere than it begins");
    }

    /// <summary>The metrics of an alarm over several.</summary>
    public static IReadOnlyList<JsonObject> Metrics(this DeclaredResource alarm) =>
        [.. alarm.Inputs["metricQueries"].Items().Select(query => query["metric"]).OfType<JsonObject>()];

    public static string Expression(this DeclaredResource alarm) =>
        alarm.Inputs["metricQueries"].Items().Single(query => query["returnData"]!.GetValue<bool>())["expression"]!.GetValue<string>();

    public static long Number(this DeclaredResource alarm, string input) => alarm.Inputs[input]!.GetValue<long>();
}
