using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace MlTa.Components;

public sealed record DatabaseFoundationArgs
{
    public required DatabaseSettings Settings { get; init; }

    public required Network Network { get; init; }

    public required RegionNames Names { get; init; }

    /// <summary>Whether the databases here are kept, but not written.</summary>
    public required bool IsFenced { get; init; }
}

/// <summary>
/// What a database needs before it exists. Every region has it, the archive too: restore tests and a cold restore land
/// here, and the role could not be made while us-east-1, where IAM is changed, is the region that was lost.
/// </summary>
public sealed class DatabaseFoundation : ComponentResource
{
    public const int Port = 5432;

    private const int MebibytesPerGibibyte = 1024;

    public DatabaseFoundation(string name, DatabaseFoundationArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:DatabaseFoundation", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var subnets = new Pulumi.Aws.Rds.SubnetGroup(name, new()
        {
            Name = $"{args.Names.Prefix}-database",
            Description = "Private subnets of all zones",
            SubnetIds = args.Network.PrivateSubnetIds,
        }, asChild);

        var parameters = new ParameterGroup(name, new()
        {
            Family = $"postgres{args.Settings.EngineMajorVersion}",
            Description = $"{args.Names.Prefix} database",
            Parameters =
            {
                // A replica in another region is fed by its replication slot alone: without a limit, a standby that is
                // gone makes the writer keep its log until the disk is full.
                new ParameterGroupParameterArgs
                {
                    Name = "max_slot_wal_keep_size",
                    Value = $"{args.Settings.ReplicaLogLimitGiB * MebibytesPerGibibyte}",
                    ApplyMethod = "immediate",
                },
                new ParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1", ApplyMethod = "pending-reboot" },
                // Only what a session starts with, which it may change: that nothing gets in is what keeps writers out.
                new ParameterGroupParameterArgs { Name = "default_transaction_read_only", Value = args.IsFenced ? "1" : "0", ApplyMethod = "immediate" },
            },
        }, asChild);

        // Without rules: who may connect is declared with the cluster, for which no database waits.
        var group = new Pulumi.Aws.Ec2.SecurityGroup(name, new()
        {
            Description = "PostgreSQL",
            VpcId = args.Network.VpcId,
        }, asChild);

        // There before it is needed, and never with a rule: to close a database is then a change of groups, which RDS makes without a
        // reboot. A parameter group of its own would need one.
        var keptGroup = new Pulumi.Aws.Ec2.SecurityGroup($"{name}-kept", new()
        {
            Description = "PostgreSQL that is kept and closed",
            VpcId = args.Network.VpcId,
        }, asChild);

        SecurityGroupId = group.Id;
        KeptSecurityGroupId = keptGroup.Id;
        SubnetGroupName = subnets.Name;
        ParameterGroupName = parameters.Name;
        MonitoringRoleArn = DeclareMonitoringRole($"{name}-monitoring", asChild).Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> SubnetGroupName { get; private set; }

    [Output]
    public Output<string> ParameterGroupName { get; private set; }

    [Output]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>Of databases whose place another one has taken: nothing connects to them, whoever connects to that one.</summary>
    [Output]
    public Output<string> KeptSecurityGroupId { get; private set; }

    [Output]
    public Output<string> MonitoringRoleArn { get; private set; }

    private static Pulumi.Aws.Iam.Role DeclareMonitoringRole(string name, CustomResourceOptions asChild)
    {
        var role = new Pulumi.Aws.Iam.Role(name, new()
        {
            Description = "RDS enhanced monitoring",
            AssumeRolePolicy = PolicyDocument.TrustOf("monitoring.rds.amazonaws.com").ToJson(),
        }, asChild);

        new RolePolicyAttachment(name, new()
        {
            Role = role.Name,
            PolicyArn = Arns.ManagedPolicy("service-role/AmazonRDSEnhancedMonitoringRole"),
        }, asChild);
        return role;
    }
}
