using System.Text.Json;
using MlTa.Offline;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>Dashboards as what they show.</summary>
internal static class DashboardTexts
{
    public const string DashboardType = "aws:cloudwatch/dashboard:Dashboard";

    public static async Task<IReadOnlyList<JsonElement>> PanelsAsync(StackSettings settings) => PanelsOf(await DeclaredStacks.OfAsync(settings));

    public static IReadOnlyList<JsonElement> PanelsOf(StackGraph graph) =>
        [.. Body(graph).GetProperty("widgets").EnumerateArray().Select(widget => widget.GetProperty("properties"))];

    public static JsonElement Body(StackGraph graph) => JsonDocument.Parse(Assert.Single(graph.Of(DashboardType)).Text("dashboardBody")).RootElement;

    public static string TitleAndRegion(JsonElement panel) => $"{panel.GetProperty("title").GetString()}: {panel.GetProperty("region").GetString()}";

    public static IEnumerable<string> Metrics(JsonElement panel) => panel.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetRawText());
}
