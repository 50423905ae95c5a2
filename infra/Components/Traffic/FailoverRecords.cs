using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Route53;

namespace MlTa.Components.Traffic;

public sealed record FailoverRecordsArgs
{
    public required FailoverSettings Settings { get; init; }

    public required ServiceHosts Hosts { get; init; }

    public required string ZoneId { get; init; }

    /// <summary>The gate of the region that users are sent to first. Another stack behind it changes what a record says, not which record it is.</summary>
    public required WatchedCheck Primary { get; init; }

    /// <summary>The gate of the other one.</summary>
    public required WatchedCheck Secondary { get; init; }

    public required HealthChecks Checks { get; init; }

    public required FailoverGates Gates { get; init; }

    /// <summary>What has to be done before users are sent anywhere else.</summary>
    public required IReadOnlyList<Resource> Before { get; init; }
}

/// <summary>
/// The service's own name, which leads to the name of the region that serves, and the status page's. Both failover records are in
/// one stack: the ID of a health check is random, so a record can only name one that its own stack has.
/// </summary>
public sealed class FailoverRecords : ComponentResource
{
    private readonly string _name;
    private readonly FailoverRecordsArgs _args;

    public FailoverRecords(string name, FailoverRecordsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:FailoverRecords", name, options)
    {
        (_name, _args) = (name, args);

        // Never swapped, whoever serves. It would take two calls, and between them two records of the same order, which Route 53 is
        // assumed to refuse.
        Declare(FailoverOrder.Primary, args.Primary, isGated: true);
        Declare(FailoverOrder.Secondary, args.Secondary, args.Gates.IsSecondaryGated);
        DeclareStatusPage();
        RegisterOutputs();
    }

    private void Declare(FailoverOrder order, WatchedCheck gate, bool isGated)
    {
        var record = ServiceRecord.Of(order, _args.ZoneId, _args.Hosts, gate.Region, _args.Settings.TtlSeconds);
        if (isGated)
        {
            // Without one Route 53 takes the region for healthy.
            record.HealthCheckId = _args.Checks.Ids[gate];
        }

        new Record($"{_name}-{Words.Kebab(order)}", record, new() { Parent = this, DependsOn = _args.Before.ToArray() });
    }

    private void DeclareStatusPage() => new Record($"{_name}-status", new()
    {
        ZoneId = _args.ZoneId,
        Name = _args.Hosts.Status,
        Type = "CNAME",
        Records = { _args.Settings.StatusPageHost },
        Ttl = _args.Settings.TtlSeconds,
    }, new() { Parent = this });
}
