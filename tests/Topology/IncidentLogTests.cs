using System.Text.Json;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>The timeline that a review of an incident begins with.</summary>
public sealed class IncidentLogTests
{
    private const string FilterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

    [Fact]
    public async Task Every_change_of_an_alarm_is_kept_for_more_than_a_year_and_encrypted()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var log = graph.Of("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Name == "incidents");
            var rule = graph.Of("aws:cloudwatch/eventRule:EventRule").Single(resource => resource.Name == "incidents");
            var target = graph.Of("aws:cloudwatch/eventTarget:EventTarget").Single(resource => resource.Name == "incidents");

            Assert.Equal("/aws/events/ml-ta-incidents", log.Text("name"));
            Assert.Equal(400, log.Inputs["retentionInDays"]!.GetValue<long>());
            Assert.Equal($"arn:aws:kms:{graph.Region}:111122223333:key/${{aws:kms/key:Key::alerts-key.id}}", log.Text("kmsKeyId"));
            Assert.Equal(
                """{"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"],"detail":{"alarmName":[{"prefix":"ml-ta-"}]}}""",
                rule.Text("eventPattern"));
            Assert.Equal($"arn:aws:logs:{graph.Region}:111122223333:log-group:/aws/events/ml-ta-incidents", target.Text("arn"));
            Assert.Contains(target.DependsOn, urn => urn.EndsWith("LogResourcePolicy::incidents", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Events_may_write_that_log_and_nothing_else()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var policy = Assert.Single(graph.Of("aws:cloudwatch/logResourcePolicy:LogResourcePolicy"), policy => policy.Name == "incidents");
            var statement = Assert.Single(JsonDocument.Parse(policy.Text("policyDocument")).RootElement.GetProperty("Statement").EnumerateArray());

            Assert.Equal(["events.amazonaws.com", "delivery.logs.amazonaws.com"], statement.GetProperty("Principal").GetProperty("Service").TextList());
            Assert.Equal(["logs:CreateLogStream", "logs:PutLogEvents"], statement.GetProperty("Action").TextList());
            Assert.Equal([$"arn:aws:logs:{graph.Region}:111122223333:log-group:/aws/events/ml-ta-incidents:*"], statement.GetProperty("Resource").TextList());
        }
    }

    [Fact]
    public async Task Where_outages_are_noticed_the_first_levels_alarm_becomes_a_metric()
    {
        foreach (var settings in new[] { CommittedStacks.Secondary, CommittedStacks.Backup })
        {
            var graph = await DeclaredStacks.OfAsync(settings);

            Assert.Equal(
                [
                    """{ ($.detail.alarmName = "ml-ta-outage-automated-recovery") && ($.detail.state.value = "ALARM") } 1""",
                    """{ ($.detail.alarmName = "ml-ta-outage-automated-recovery") && ($.detail.state.value = "OK") } 0""",
                ],
                graph.Of(FilterType).Select(filter => $"{filter.Text("pattern")} {filter.Inputs["metricTransformation"]!["value"]}"));
            Assert.All(graph.Of(FilterType), filter => Assert.Equal("/aws/events/ml-ta-incidents", filter.Text("logGroupName")));
            Assert.All(graph.Of(FilterType), filter => Assert.Equal(
                ("ML-TA/Recovery", "Detected"),
                (filter.Inputs["metricTransformation"]!["namespace"]!.GetValue<string>(), filter.Inputs["metricTransformation"]!["name"]!.GetValue<string>())));
            Assert.Contains("ml-ta-outage-automated-recovery", graph.AlarmNames());
        }
    }

    [Fact]
    public async Task Where_they_are_not_there_is_no_such_metric() =>
        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Resources, resource => resource.Type == FilterType);
}
