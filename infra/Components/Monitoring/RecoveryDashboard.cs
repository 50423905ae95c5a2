using MlTa.Components.Traffic;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.CloudWatch;

namespace MlTa.Components.Monitoring;

public sealed record RecoveryDashboardArgs
{
    public required RegionNames Names { get; init; }

    /// <summary>All stacks that can serve.</summary>
    public required IReadOnlyList<RegionNames> Serving { get; init; }

    /// <summary>Where the heartbeats of all of them arrive: the archive.</summary>
    public required RegionNames Listener { get; init; }

    /// <summary>Null where they belong to another stack.</summary>
    public required HealthChecks? Checks { get; init; }

    public required ObjectivesSettings Objectives { get; init; }
}

/// <summary>What is known about all regions, on one page, in a region that is still there when another one is lost.</summary>
public sealed class RecoveryDashboard : ComponentResource
{
    /// <summary>CloudWatch's grid has 24 columns.</summary>
    private const int Columns = 2;
    private const int Width = 12;
    private const int Height = 6;

    public RecoveryDashboard(string name, RecoveryDashboardArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RecoveryDashboard", name, options)
    {
        var panels = new RecoveryPanels(args.Names, args.Serving, args.Listener, args.Checks, args.Objectives);
        new Dashboard(name, new()
        {
            DashboardName = args.Names.Dashboard(),
            DashboardBody = Output.All(panels.All.Select(panel => panel.ToProperties())).Apply(properties => new DashboardBody([.. properties.Select(Place)]).ToJson()),
        }, new() { Parent = this });

        RegisterOutputs();
    }

    private static DashboardBody.Widget Place(DashboardBody.Properties properties, int index) =>
        new(index % Columns * Width, index / Columns * Height, Width, Height, properties);
}
