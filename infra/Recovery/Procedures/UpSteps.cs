using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings.Rules;

namespace MlTa.Recovery.Procedures;

/// <summary>
/// The steps of one <c>up</c>: its start, each change that something waits for, and the others together, as far as they are made by the same
/// calls after the same waits.
/// </summary>
internal sealed class UpSteps(PlannedUp up)
{
    private const string ClusterType = "aws:eks/cluster:Cluster";
    private const string ChartType = "kubernetes:helm.sh/v3:Release";

    private readonly ChangeOrder _order = new(up);

    /// <summary>The ID of the step with which the <c>up</c> begins.</summary>
    public static string StartOf(PlannedUp up) => $"{up.Phase.Id}-start";

    /// <param name="up">The <c>up</c>.</param>
    /// <param name="isUrgent">Whether a region is lost: then what fails must not hold up the rest.</param>
    public static string CommandOf(PlannedUp up, bool isUrgent) => $"pulumi up --stack {up.Phase.Stack}{(isUrgent ? " --skip-preview --continue-on-error" : "")}";

    /// <param name="before">The steps that come before the <c>up</c>.</param>
    public IReadOnlyList<RecoveryStep> After(IEnumerable<string> before)
    {
        var slow = up.Changes.Where(change => SlowChanges.DurationOf(change) is not null).ToDictionary(change => change.Resource.Urn);
        var start = Start(before);
        return
        [
            start,
            .. Ordered(slow.Values).Select(change => Slow(change, WaitsFor(change, slow, start))),
            .. up.Changes
                .Except(slow.Values)
                .SelectMany(change => ChangeApis.Of(change).Select(call => (Call: call, Waits: WaitsFor(change, slow, start))))
                .GroupBy(part => (part.Call.Api, string.Join(' ', part.Waits)))
                .Select((group, index) => Fast(group.First().Call, group.Count(), group.First().Waits, index)),
        ];
    }

    private RecoveryStep Start(IEnumerable<string> before)
    {
        var settings = up.Phase.After;
        List<Need> needs = [new(settings.Region, "STS, which the provider signs in with", Plane.Data)];
        if (SurvivalRules.RegionOf(settings.StateBackend) is { } stateRegion)
        {
            needs.Add(new(stateRegion, $"the state in {settings.StateBackend.Split('?')[0]}", Plane.Data));
        }

        if (settings.SecretsProvider is { } key && SurvivalRules.RegionOf(key) is { } keyRegion)
        {
            needs.Add(new(keyRegion, "the key of the stack's secrets", Plane.Data));
        }

        if (WorkloadRules.EcrRegionOf(settings.Workloads.ChartRepository) is { } chartRegion && up.After.Resources.Any(resource => resource.Type == ChartType))
        {
            needs.Add(new(chartRegion, $"the charts in {settings.Workloads.ChartRepository}, which every up reads", Plane.Data));
        }

        if (up.Before.Resources.FirstOrDefault(resource => resource.Type == ClusterType) is { } cluster)
        {
            needs.Add(new(cluster.Region!, $"the API server of {cluster.Inputs["name"]}", Plane.Data));
        }

        return new()
        {
            Id = StartOf(up),
            Title = $"In {up.Phase.Stack}: {up.Phase.Purpose}",
            Actor = Actor.OnCall,
            Api = "pulumi up",
            Command = CommandOf(up, isUrgent: false),
            Needs = needs,
            After = [.. before],
            Duration = Durations.PulumiStart,
        };
    }

    private RecoveryStep Slow(ResourceChange change, IReadOnlyList<string> after)
    {
        var calls = ChangeApis.Of(change);
        return new()
        {
            Id = IdOf(change),
            Title = Unknowns.Show($"{Verb(change.Kind)} {change.Resource.Type.Split(':')[^1]} {change.Resource.Name}"),
            Actor = Actor.Pulumi,
            Api = string.Join(", ", calls.Select(call => call.Api)),
            Needs = [.. calls.SelectMany(call => call.Needs).Concat(Images(change)).Distinct()],
            After = after,
            Duration = SlowChanges.DurationOf(change)!,
        };
    }

    /// <summary>Nodes pull what they do not have, and a node that starts has nothing.</summary>
    private IEnumerable<Need> Images(ResourceChange change) =>
        SlowChanges.StartsPods(change) && WorkloadRules.EcrRegionOf(up.Phase.After.Workloads.Registry) is { } region
            ? [new(region, $"the images in {up.Phase.After.Workloads.Registry}", Plane.Data)]
            : [];

    private RecoveryStep Fast(ApiCall call, int count, IReadOnlyList<string> after, int index) => new()
    {
        Id = IdOf($"calls-{index + 1}"),
        Title = $"{call.Api}, {count} {(count == 1 ? "time" : "times")}",
        Actor = Actor.Pulumi,
        Api = call.Api,
        Needs = call.Needs,
        After = after,
        Duration = Durations.ApiCalls,
    };

    /// <summary>What is taken away goes when all else is done (pulumi, pkg/resource/deploy/deployment_executor.go).</summary>
    private List<string> WaitsFor(ResourceChange change, Dictionary<string, ResourceChange> slow, RecoveryStep start)
    {
        var before = _order.Before(change);
        List<string> waits =
        [
            .. slow.Values
                .Where(other => change.Kind == ChangeKind.Delete ? other.Kind != ChangeKind.Delete : before.Contains(other.Resource.Urn))
                .Select(IdOf)
                .Order(StringComparer.Ordinal),
        ];
        return waits.Count == 0 ? [start.Id] : waits;
    }

    /// <summary>Each after those that it waits for.</summary>
    private IEnumerable<ResourceChange> Ordered(IEnumerable<ResourceChange> changes) =>
        changes.OrderBy(change => _order.Before(change).Count).ThenBy(change => change.Resource.Urn, StringComparer.Ordinal);

    private string IdOf(ResourceChange change) => IdOf(Unknowns.Show($"{change.Resource.Type.Split(':')[^1].ToLowerInvariant()}-{change.Resource.Name}"));

    private string IdOf(string part) => $"{up.Phase.Id}-{part}";

    private static string Verb(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "Make",
        ChangeKind.Promote => "Promote",
        ChangeKind.Delete => "Delete",
        ChangeKind.Retain => "Leave alone",
        ChangeKind.Replace => "Replace",
        _ => "Change",
    };
}
