using MlTa.Components.Compute;
using MlTa.Naming;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using Pulumi.Aws.Vpc;

namespace MlTa.Components.Traffic;

public sealed record RegionalEndpointArgs
{
    public required RegionNames Names { get; init; }

    public required ServiceHosts Hosts { get; init; }

    public required string ZoneId { get; init; }

    public required Network Network { get; init; }

    public required Cluster Cluster { get; init; }

    /// <summary>Whether this stack keeps the service's own name, and with it the record that proves the name to ACM for all regions.</summary>
    public required bool ProvesServiceName { get; init; }
}

/// <summary>
/// Where a region is reached: a load balancer, its certificate and its name. The same in every role. TLS ends at the load balancer;
/// from there to the pods requests travel as plain HTTP, within the VPC.
/// </summary>
/// <remarks>
/// The load balancer is declared here and not by a controller in the cluster: making one depends on us-east-1 (AWS Fault Isolation
/// Boundaries, "Global services"), so it has to exist before it is needed, and what a failover starts must not have to make it. Nodes
/// join it through their autoscaling groups, so that traffic arrives with nothing running in the cluster but the API.
/// </remarks>
public sealed class RegionalEndpoint : ComponentResource
{
    /// <summary>
    /// TLS 1.2 with forward secrecy, and 1.3. Not 1.3 alone: Route 53 asks for 1.2 at most (Route 53 API, HealthCheckConfig), and a
    /// region that it cannot ask is lost.
    /// </summary>
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>A node is out after 30 seconds of silence and back after 20; both assumed to be right for a node that restarts.</summary>
    private const int HealthIntervalSeconds = 10;
    private const int HealthTimeoutSeconds = 5;
    private const int UnhealthyThreshold = 3;
    private const int HealthyThreshold = 2;

    private readonly string _name;
    private readonly RegionalEndpointArgs _args;

    public RegionalEndpoint(string name, RegionalEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RegionalEndpoint", name, options)
    {
        (_name, _args) = (name, args);

        var certificate = new RegionalCertificate($"{name}-certificate", new()
        {
            Hosts = args.Hosts,
            Region = args.Names.Region,
            ZoneId = args.ZoneId,
            ProvesServiceName = args.ProvesServiceName,
        }, new() { Parent = this });
        var balancer = new LoadBalancer(name, new()
        {
            LoadBalancerType = "application",
            Internal = false,
            Subnets = args.Network.PublicSubnetIds,
            SecurityGroups = { DeclareSecurityGroup().Id },
            DropInvalidHeaderFields = true,
            EnableDeletionProtection = true,
        }, AsChild());
        var targets = DeclareTargets();
        DeclareListener(balancer, targets, certificate);
        DeclareRecord(balancer);

        CertificateArn = certificate.Arn;
        BalancerSuffix = balancer.ArnSuffix;
        TargetsSuffix = targets.ArnSuffix;
        TargetsArn = targets.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> CertificateArn { get; private set; }

    /// <summary>By which metrics know the load balancer.</summary>
    [Output]
    public Output<string> BalancerSuffix { get; private set; }

    /// <summary>By which metrics know the nodes that it sends to.</summary>
    [Output]
    public Output<string> TargetsSuffix { get; private set; }

    [Output]
    public Output<string> TargetsArn { get; private set; }

    private CustomResourceOptions AsChild() => new() { Parent = this };

    /// <summary>In from anywhere with HTTPS, out to the API alone. The nodes let it in.</summary>
    private Pulumi.Aws.Ec2.SecurityGroup DeclareSecurityGroup()
    {
        var group = new Pulumi.Aws.Ec2.SecurityGroup(_name, new()
        {
            Description = "Load balancer of the API",
            VpcId = _args.Network.VpcId,
        }, AsChild());
        new SecurityGroupIngressRule(_name, new()
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = "0.0.0.0/0",
            IpProtocol = "tcp",
            FromPort = ApiPorts.Https,
            ToPort = ApiPorts.Https,
            Description = "HTTPS from users and health checks",
        }, AsChild());
        new SecurityGroupEgressRule(_name, new()
        {
            SecurityGroupId = group.Id,
            ReferencedSecurityGroupId = _args.Cluster.SecurityGroupId,
            IpProtocol = "tcp",
            FromPort = ApiPorts.Node,
            ToPort = ApiPorts.Node,
            Description = "The API on the nodes",
        }, AsChild());
        new SecurityGroupIngressRule($"{_name}-nodes", new()
        {
            SecurityGroupId = _args.Cluster.SecurityGroupId,
            ReferencedSecurityGroupId = group.Id,
            IpProtocol = "tcp",
            FromPort = ApiPorts.Node,
            ToPort = ApiPorts.Node,
            Description = "The API from its load balancer",
        }, AsChild());
        return group;
    }

    private TargetGroup DeclareTargets()
    {
        var targets = new TargetGroup(_name, new()
        {
            VpcId = _args.Network.VpcId,
            TargetType = "instance",
            Protocol = "HTTP",
            Port = ApiPorts.Node,
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Path = HealthPaths.Ready,
                Matcher = "200",
                Interval = HealthIntervalSeconds,
                Timeout = HealthTimeoutSeconds,
                UnhealthyThreshold = UnhealthyThreshold,
                HealthyThreshold = HealthyThreshold,
            },
        }, AsChild());

        foreach (var (zone, nodes) in _args.Network.Zones.Zip(_args.Cluster.AutoscalingGroupNames))
        {
            new Pulumi.Aws.AutoScaling.Attachment($"{_name}-{zone.Zone}", new() { AutoscalingGroupName = nodes, LbTargetGroupArn = targets.Arn }, AsChild());
        }

        return targets;
    }

    /// <summary>HTTPS alone, with no redirect from HTTP: a client that begins with HTTP has sent its token in the clear before it is redirected.</summary>
    private void DeclareListener(LoadBalancer balancer, TargetGroup targets, RegionalCertificate certificate) => new Listener(_name, new()
    {
        LoadBalancerArn = balancer.Arn,
        Protocol = "HTTPS",
        Port = ApiPorts.Https,
        SslPolicy = TlsPolicy,
        CertificateArn = certificate.Arn,
        DefaultActions = { new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn } },
    }, AsChild());

    private void DeclareRecord(LoadBalancer balancer) => new Record(_name, new()
    {
        ZoneId = _args.ZoneId,
        Name = _args.Hosts.Regional(_args.Names.Region),
        Type = "A",
        // Health is not asked here: it is what the checks find out, who come through this name, and there is no other answer to give.
        Aliases = { new RecordAliasArgs { Name = balancer.DnsName, ZoneId = balancer.ZoneId, EvaluateTargetHealth = false } },
    }, AsChild());
}
