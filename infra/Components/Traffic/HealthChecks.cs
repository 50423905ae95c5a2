using MlTa.Naming;
using Pulumi.Aws.Route53;

namespace MlTa.Components.Traffic;

public sealed record HealthChecksArgs
{
    public required ServiceHosts Hosts { get; init; }

    /// <summary>What is watched, of all regions that can serve.</summary>
    public required IReadOnlyList<WatchedCheck> Checks { get; init; }

    public required FailoverGates Gates { get; init; }

    /// <summary>What has to be done before a gate is pinned.</summary>
    public required IReadOnlyList<Resource> Before { get; init; }
}

/// <summary>
/// All health checks of the service. Route 53 asks from its regions all over the world, so what it finds does not depend on a region
/// of ours; but their metrics are in us-east-1 only (Route 53 developer guide, "Monitoring health checks using CloudWatch").
/// </summary>
public sealed class HealthChecks : ComponentResource
{
    /// <summary>Route 53 knows 10 and 30. A gate's failure is an outage, so it asks often; the plan's four checks ask every 30 seconds.</summary>
    private const int GateIntervalSeconds = 10;
    private const int IntervalSeconds = 30;

    /// <summary>Answers in a row that change an opinion: Route 53's own default, which one lost packet does not reach.</summary>
    private const int FailureThreshold = 3;

    public HealthChecks(string name, HealthChecksArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:HealthChecks", name, options)
    {
        AskedGates = [.. args.Checks.Where(check => check.IsGate && check.Stack != args.Gates.Pinned)];
        Ids = args.Checks.ToDictionary(check => check, check => Declare($"{name}-{check.Name}", check, args).Id);
        RegisterOutputs();
    }

    /// <summary>The ID of each check, by what it watches.</summary>
    public IReadOnlyDictionary<WatchedCheck, Output<string>> Ids { get; }

    /// <summary>The gates whose answer counts: a pinned one is asked nothing.</summary>
    public IReadOnlyList<WatchedCheck> AskedGates { get; }

    /// <summary>The ID of the check that asks a stack's region for one of <see cref="HealthPaths"/>.</summary>
    public Output<string> IdOf(string stack, string path) => Ids.Single(check => (check.Key.Stack, check.Key.Path) == (stack, path)).Value;

    /// <summary>
    /// Of the inputs only the last two ever change: type and interval cannot (Route 53 API, UpdateHealthCheck), and a check that is
    /// replaced starts out healthy.
    /// </summary>
    private HealthCheck Declare(string name, WatchedCheck check, HealthChecksArgs args)
    {
        var isPinned = check.IsGate && check.Stack == args.Gates.Pinned;
        return new(name, new()
        {
            Type = "HTTPS",
            Fqdn = args.Hosts.Regional(check.Region),
            Port = ApiPorts.Https,
            ResourcePath = check.Path,
            EnableSni = true,
            RequestInterval = check.IsGate ? GateIntervalSeconds : IntervalSeconds,
            FailureThreshold = FailureThreshold,
            Tags = { ["Name"] = check.Name },
            // Disabled alone would count as healthy (Route 53 developer guide, "Values that you specify when you create or update health checks").
            Disabled = isPinned,
            InvertHealthcheck = isPinned,
        }, new() { Parent = this, DependsOn = isPinned ? args.Before.ToArray() : [] });
    }
}
