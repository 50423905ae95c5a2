using MlTa.Naming;
using Pulumi.Aws.Ec2;

namespace MlTa.Components;

/// <summary>What every VPC is made of, as children of whoever declares it.</summary>
internal static class VpcParts
{
    public static Vpc DeclareVpc(Resource parent, string name, string cidrBlock, string shownName)
    {
        var vpc = new Vpc(name, new()
        {
            CidrBlock = cidrBlock,
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = Named(shownName),
        }, new() { Parent = parent });

        // Without rules: what names no security group of its own gets no traffic instead of all of its neighbours'.
        new DefaultSecurityGroup(name, new() { VpcId = vpc.Id }, new() { Parent = parent });
        return vpc;
    }

    public static RouteTable DeclareRouteTable(Resource parent, string name, Vpc vpc) => new(name, new() { VpcId = vpc.Id, Tags = Named(name) }, new() { Parent = parent });

    public static Subnet DeclareSubnet(Resource parent, string name, Vpc vpc, string zone, AddressRange range, RouteTable table)
    {
        var subnet = new Subnet(name, new()
        {
            VpcId = vpc.Id,
            AvailabilityZone = zone,
            CidrBlock = range.ToString(),
            // Load balancers and gateways bring addresses of their own; nothing else in here may be public.
            MapPublicIpOnLaunch = false,
            Tags = Named(name),
        }, new() { Parent = parent });

        new RouteTableAssociation(name, new() { SubnetId = subnet.Id, RouteTableId = table.Id }, new() { Parent = parent });
        return subnet;
    }

    /// <summary>A way to S3 that neither leaves AWS's network nor passes a gateway that charges for it.</summary>
    /// <param name="parent">Who declares it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="vpc">Where it begins.</param>
    /// <param name="region">The region.</param>
    /// <param name="tables">The route tables that get the way.</param>
    /// <param name="policy">What may be asked through it; null for whatever the caller's own rights allow.</param>
    public static void DeclareStorageEndpoint(Resource parent, string name, Vpc vpc, string region, IEnumerable<RouteTable> tables, string? policy = null)
    {
        var inputs = new VpcEndpointArgs
        {
            VpcId = vpc.Id,
            ServiceName = $"com.amazonaws.{region}.s3",
            VpcEndpointType = "Gateway",
            RouteTableIds = tables.Select(table => table.Id).ToList(),
            Tags = Named(name),
        };
        if (policy is not null)
        {
            inputs.Policy = policy;
        }

        new VpcEndpoint(name, inputs, new() { Parent = parent });
    }

    public static InputMap<string> Named(string name) => new() { ["Name"] = name };
}
