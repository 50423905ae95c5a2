using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Route53;

namespace MlTa.Components.Traffic;

public sealed record TakenOverRecordArgs
{
    public required ServiceHosts Hosts { get; init; }

    public required string ZoneId { get; init; }

    /// <summary>The region that users are sent to from now on.</summary>
    public required string Region { get; init; }

    /// <summary>What has to be done before users are sent there.</summary>
    public required IReadOnlyList<Resource> Before { get; init; }
}

/// <summary>
/// The last resort for users: the <c>PRIMARY</c> record of the stack that keeps the failover records, written over by another stack. That one
/// may be lost together with its region and its state, and Route 53 answers the primary before the secondary.
/// </summary>
/// <remarks>
/// A call to Route 53's control plane, which is in us-east-1, or with accelerated recovery in us-west-2: unlike a failover, which needs
/// answers only. With <c>AllowOverwrite</c> the provider sends an upsert in place of a creation (terraform-provider-aws,
/// internal/service/route53/record.go), so that the record is replaced as a whole, its health check too. Whoever deploys the stack that
/// declared it first has to refresh that stack's state before, or to point it here: a state that still names the old value says nothing.
/// </remarks>
public sealed class TakenOverRecord : ComponentResource
{
    public TakenOverRecord(string name, TakenOverRecordArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:TakenOverRecord", name, options)
    {
        // The other stack's own number is in the other stack's file. Any within the limit will do.
        var record = ServiceRecord.Of(FailoverOrder.Primary, args.ZoneId, args.Hosts, args.Region, FailoverSettings.MaximumTtlSeconds);
        // No check: there is no other region to send anybody to.
        record.AllowOverwrite = true;

        // Given back by whoever takes it next. The provider deletes what it finds under the name, and that is then somebody else's.
        new Record(name, record, new() { Parent = this, DependsOn = args.Before.ToArray(), RetainOnDelete = true });
        RegisterOutputs();
    }
}
