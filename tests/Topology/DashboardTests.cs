using System.Text.Json;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.DashboardTexts;

namespace MlTa.Tests.Topology;

public sealed class DashboardTests
{
    /// <summary>Panels that any dashboard has in the same way.</summary>
    private static readonly string[] s_common =
    [
        "Lag of the replica in us-west-2, in seconds, against the recovery point objective: us-west-2",
        "Lag of the replica in us-east-1, in seconds, against the recovery point objective: us-east-1",
        "Recovery point in us-west-2: worst lag of each day, in seconds, against the objective: us-west-2",
        "Recovery point in us-east-1: worst lag of each day, in seconds, against the objective: us-east-1",
        "How late objects arrive in us-west-2, in seconds: us-west-2",
        "How late objects arrive in us-east-1, in seconds: us-east-1",
        "How late objects arrive in eu-west-1, in seconds: eu-west-1",
    ];

    [Fact]
    public async Task Dashboards_are_where_a_region_that_is_lost_does_not_take_them_along()
    {
        var dashboards = (await DeclaredStacks.AllAsync()).SelectMany(graph => graph.Resources).Where(resource => resource.Type == DashboardType);

        Assert.Equal(
            [("eu-west-1", "ml-ta-recovery"), ("us-east-1", "ml-ta-recovery")],
            dashboards.Select(dashboard => (dashboard.Region!, dashboard.Text("dashboardName"))).Order());
    }

    [Fact]
    public async Task Every_panel_says_where_its_metrics_are()
    {
        Assert.Equal(
            [
                "Outages in this range, in minutes: us-east-1",
                "Recovery time: minutes without a writable region, added up, against the objective: us-east-1",
                "Which region is writable, as they say themselves: eu-west-1",
                "Heartbeats heard in a minute: eu-west-1",
                "Health of us-west-2, as seen from outside: us-east-1",
                "Health of us-east-1, as seen from outside: us-east-1",
                .. s_common,
                "Recovery points that reached each vault in a day: us-east-1",
            ],
            (await PanelsAsync(CommittedStacks.Secondary)).Select(TitleAndRegion));
        Assert.Equal(
            [
                "Outages in this range, in minutes: eu-west-1",
                "Recovery time: minutes without a writable region, added up, against the objective: eu-west-1",
                "Which region is writable, as they say themselves: eu-west-1",
                "Heartbeats heard in a minute: eu-west-1",
                "Health of all regions, as seen from outside: us-east-1",
                .. s_common,
                "Recovery points that reached each vault in a day: eu-west-1",
            ],
            (await PanelsAsync(CommittedStacks.Backup)).Select(TitleAndRegion));
    }

    [Fact]
    public async Task The_key_metrics_of_the_plan_are_computed_from_what_the_ladder_watches()
    {
        foreach (var (settings, first, second) in new[]
        {
            (CommittedStacks.Secondary,
                """["AWS/Route53","HealthCheckStatus","HealthCheckId","${aws:route53/healthCheck:HealthCheck::check-us-west-2-active.id}",{"id":"writable0","visible":false,"stat":"Minimum","period":60}]""",
                """["AWS/Route53","HealthCheckStatus","HealthCheckId","${aws:route53/healthCheck:HealthCheck::check-us-east-1-active.id}",{"id":"writable1","visible":false,"stat":"Minimum","period":60}]"""),
            (CommittedStacks.Backup,
                """["ML-TA/Recovery","Active","Stack","primary",{"id":"writable0","visible":false,"stat":"Maximum","period":60}]""",
                """["ML-TA/Recovery","Active","Stack","secondary",{"id":"writable1","visible":false,"stat":"Maximum","period":60}]"""),
        })
        {
            Assert.Equal(
                [
                    first,
                    second,
                    """[{"expression":"1 - MAX([writable0, writable1, TIME_SERIES(0)])","id":"down","visible":false}]""",
                    """[{"expression":"IF(DIFF(down) > 0, 1, 0)","id":"begun","visible":false}]""",
                    """["ML-TA/Recovery","Detected",{"id":"detected","visible":false,"stat":"Maximum","period":60}]""",
                    """[{"expression":"down * (1 - MAX([FILL(detected, REPEAT), TIME_SERIES(0)]))","id":"unnoticed","visible":false}]""",
                    """[{"expression":"TIME_SERIES(SUM(down))","id":"impact","label":"Customer impact"}]""",
                    """[{"expression":"TIME_SERIES(SUM(begun))","id":"outages","label":"Outages"}]""",
                    """[{"expression":"impact / MAX([outages, TIME_SERIES(1)])","id":"mttr","label":"Mean time to recovery"}]""",
                    """[{"expression":"TIME_SERIES(SUM(unnoticed)) / MAX([outages, TIME_SERIES(1)])","id":"mttd","label":"Mean time to detection"}]""",
                ],
                (await PanelsAsync(settings))[0].GetProperty("metrics").EnumerateArray().Select(metric => metric.GetRawText()));
        }
    }

    /// <summary>CloudWatch's grid has 24 columns.</summary>
    [Fact]
    public async Task No_panel_covers_another()
    {
        foreach (var settings in new[] { CommittedStacks.Secondary, CommittedStacks.Backup })
        {
            var widgets = Body(await DeclaredStacks.OfAsync(settings)).GetProperty("widgets").EnumerateArray()
                .Select(widget => (X: Number(widget, "x"), Y: Number(widget, "y"), Width: Number(widget, "width"), Height: Number(widget, "height")))
                .ToList();
            var cells = widgets.SelectMany(widget =>
                from x in Enumerable.Range(widget.X, widget.Width)
                from y in Enumerable.Range(widget.Y, widget.Height)
                select (x, y)).ToList();

            Assert.All(widgets, widget => Assert.InRange(widget.X + widget.Width, 1, 24));
            Assert.Equal(cells.Count, cells.Distinct().Count());
        }
    }

    [Fact]
    public async Task The_objectives_are_drawn_as_limits()
    {
        var settings = CommittedStacks.Secondary.WithObjectives(objectives => objectives with
        {
            RecoveryTimeMinutes = 100,
            RecoveryPointMinutes = 10,
            MaximumDowntimeMinutes = 200,
        });
        var panels = PanelsOf(await OfflineRun.EvaluateAsync(settings));

        Assert.Equal(
            """[{"label":"Recovery time objective","value":100},{"label":"Maximum tolerable downtime","value":200}]""",
            Limits(panels.Single(panel => TitleAndRegion(panel).StartsWith("Recovery time", StringComparison.Ordinal))));
        var lags = panels.Where(panel => TitleAndRegion(panel).Contains("lag", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(4, lags.Count);
        Assert.All(lags, panel => Assert.Equal("""[{"label":"Recovery point objective","value":600}]""", Limits(panel)));
    }

    [Fact]
    public async Task What_reached_each_vault_is_read_in_its_region()
    {
        foreach (var settings in new[] { CommittedStacks.Secondary, CommittedStacks.Backup })
        {
            Assert.Equal(
                [
                    """["AWS/Events","MatchedEvents","RuleName","ml-ta-recovery-points",{"label":"primary","region":"us-west-2","stat":"Sum","period":86400}]""",
                    """["AWS/Events","MatchedEvents","RuleName","ml-ta-recovery-points",{"label":"secondary","region":"us-east-1","stat":"Sum","period":86400}]""",
                    """["AWS/Events","MatchedEvents","RuleName","ml-ta-recovery-points",{"label":"backup","region":"eu-west-1","stat":"Sum","period":86400}]""",
                ],
                (await PanelsAsync(settings))[^1].GetProperty("metrics").EnumerateArray().Select(metric => metric.GetRawText()));
        }
    }

    /// <summary>In a longer period a minute would no longer be one.</summary>
    [Fact]
    public async Task Minutes_stay_minutes_whatever_range_is_chosen()
    {
        var body = Body(await DeclaredStacks.OfAsync(CommittedStacks.Secondary));

        Assert.Equal("inherit", body.GetProperty("periodOverride").GetString());
        Assert.Equal("-P7D", body.GetProperty("start").GetString());
    }

    [Fact]
    public async Task A_failover_leaves_the_dashboard_as_it_is() => Assert.Equal(
        Body(await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).GetRawText(),
        Body(await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active })).GetRawText());

    private static int Number(JsonElement widget, string property) => widget.GetProperty(property).GetInt32();

    private static string Limits(JsonElement panel) => panel.GetProperty("annotations").GetProperty("horizontal").GetRawText();
}
