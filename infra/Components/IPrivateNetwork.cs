using MlTa.Naming;

namespace MlTa.Components;

/// <summary>A VPC with private subnets, whatever else there is in it: all that a store or a cluster needs to know.</summary>
public interface IPrivateNetwork
{
    IReadOnlyList<ZoneAddresses> Zones { get; }

    Output<string> VpcId { get; }

    /// <summary>In the order of the zones.</summary>
    Output<ImmutableArray<string>> PrivateSubnetIds { get; }
}
