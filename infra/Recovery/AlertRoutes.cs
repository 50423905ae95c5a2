using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery;

/// <summary>Reads from graphs who hears of what, how, and when. The chat may be in another stack than the topics that it shows.</summary>
public static class AlertRoutes
{
    private const string TopicType = "aws:sns/topic:Topic";
    private const string SubscriptionType = "aws:sns/topicSubscription:TopicSubscription";
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string ChatType = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
    private const string LadderType = "ml-ta:index:EscalationLadder$";

    private const int SecondsPerMinute = 60;

    /// <summary>Every region's topics, in the order of the levels.</summary>
    public static IReadOnlyList<AlertRoute> Of(IReadOnlyList<StackGraph> graphs)
    {
        var shown = graphs
            .SelectMany(graph => graph.Resources)
            .Where(resource => resource.Type == ChatType)
            .SelectMany(chat => chat.Inputs["snsTopicArns"]!.AsArray())
            .Select(arn => arn!.GetValue<string>())
            .ToHashSet();
        return
        [
            .. from graph in graphs
               from level in Enum.GetValues<EscalationLevel>().Select(level => Words.Kebab(level))
               from topic in graph.Resources
               where topic.Type == TopicType && topic.Name == level
               select Read(topic, graph, shown),
        ];
    }

    private static AlertRoute Read(DeclaredResource topic, StackGraph graph, IReadOnlySet<string> shown)
    {
        var users = graph.Resources.Where(resource => resource.DataDependsOn.Contains(topic.Urn)).ToList();
        var alarms = users.Where(resource => resource.Type == AlarmType).ToList();
        var waits = alarms.Where(alarm => alarm.Urn.Contains(LadderType, StringComparison.Ordinal)).Select(Minutes).ToList();
        var name = topic.Inputs["name"]!.GetValue<string>();
        var protocols = users
            .Where(resource => resource.Type == SubscriptionType)
            .GroupBy(subscription => subscription.Inputs["protocol"]!.GetValue<string>(), (protocol, group) => $"{group.Count()} {protocol}")
            .Order(StringComparer.Ordinal);
        return new(
            topic.Name,
            graph.Region,
            waits.Count == 0 ? null : waits.Min(),
            alarms.Count,
            [.. protocols, .. shown.Any(arn => arn.Split(':') is [_, _, _, var region, _, var shownName] && (region, shownName) == (graph.Region, name)) ? ["chat"] : Array.Empty<string>()]);
    }

    /// <summary>How long its signal has to be bad.</summary>
    private static long Minutes(DeclaredResource alarm)
    {
        var period = alarm.Inputs["period"] ?? (alarm.Inputs["metricQueries"] as JsonArray)?.Select(query => query?["metric"]?["period"]).First(each => each is not null);
        return alarm.Inputs["datapointsToAlarm"]!.GetValue<long>() * period!.GetValue<long>() / SecondsPerMinute;
    }
}
