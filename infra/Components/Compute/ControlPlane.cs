using MlTa.Naming;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace MlTa.Components.Compute;

/// <summary>The API server of a cluster, its log, and who administers it.</summary>
public sealed class ControlPlane : ComponentResource
{
    /// <summary>Long enough to look into an intrusion that is found late; assumed to be.</summary>
    private const int LogRetentionDays = 90;

    /// <summary>All that EKS offers (EKS user guide, "Send control plane logs to CloudWatch Logs").</summary>
    private static readonly string[] s_logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public ControlPlane(string name, ClusterArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ControlPlane", name, options)
    {
        var inputs = InputsOf(args);
        List<Resource> before = [args.Roles];
        if (args.KeyArn is { } keyArn)
        {
            before.Insert(0, DeclareLog(name, args.Names.Cluster, keyArn));
            inputs.EnabledClusterLogTypes = s_logTypes;
            inputs.EncryptionConfig = new ClusterEncryptionConfigArgs
            {
                Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = keyArn },
                Resources = { "secrets" },
            };
        }

        // Not protected in Pulumi's state as well: what it runs is rebuilt from code, data is elsewhere.
        var cluster = new Pulumi.Aws.Eks.Cluster(name, inputs, new() { Parent = this, DependsOn = [.. before] });

        foreach (var administrator in args.Administrators)
        {
            Administer(cluster, administrator);
        }

        Name = cluster.Name;
        Arn = cluster.Arn;
        Endpoint = cluster.Endpoint;
        CertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data!);
        SecurityGroupId = cluster.VpcConfig.Apply(config => config.ClusterSecurityGroupId!);
        RegisterOutputs();
    }

    [Output]
    public Output<string> Name { get; private set; }

    [Output]
    public Output<string> Arn { get; private set; }

    [Output]
    public Output<string> Endpoint { get; private set; }

    [Output]
    public Output<string> CertificateAuthority { get; private set; }

    [Output]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>EKS would make it by itself, without a key and without an end.</summary>
    private LogGroup DeclareLog(string name, string cluster, Output<string> keyArn) => new(name, new()
    {
        Name = $"/aws/eks/{cluster}/cluster",
        KmsKeyId = keyArn,
        RetentionInDays = LogRetentionDays,
    }, new() { Parent = this });

    private static Pulumi.Aws.Eks.ClusterArgs InputsOf(ClusterArgs args) => new()
    {
        Name = args.Names.Cluster,
        Version = args.Settings.Version,
        RoleArn = args.Roles.ControlPlaneArn,
        VpcConfig = EndpointOf(args),
        // Whoever creates the cluster gets no rights by that: the entries below say all.
        AccessConfig = new ClusterAccessConfigArgs { AuthenticationMode = "API", BootstrapClusterCreatorAdminPermissions = false },
        // Of EKS's own making they could not be configured; they are declared instead.
        BootstrapSelfManagedAddons = false,
        // A version that nobody upgrades in time then costs six times as much. With STANDARD EKS would upgrade it, in all regions
        // at about the same time and perhaps during an outage.
        UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "EXTENDED" },
        DeletionProtection = !args.IsForDrill,
    };

    /// <summary>Nodes always reach the API server within the VPC, so they need not be among the addresses that may from outside.</summary>
    private static ClusterVpcConfigArgs EndpointOf(ClusterArgs args)
    {
        var ranges = args.Settings.PublicAccessCidrs;
        var config = new ClusterVpcConfigArgs
        {
            SubnetIds = args.Network.PrivateSubnetIds,
            EndpointPrivateAccess = true,
            EndpointPublicAccess = ranges.Count > 0,
        };

        // An empty list would be no limit: EKS takes everybody for its default.
        if (ranges.Count > 0)
        {
            config.PublicAccessCidrs = ranges.ToList();
        }

        return config;
    }

    private void Administer(Pulumi.Aws.Eks.Cluster cluster, ClusterAdministrator administrator)
    {
        var entry = new AccessEntry(administrator.Name, new() { ClusterName = cluster.Name, PrincipalArn = administrator.RoleArn }, new() { Parent = this });

        new AccessPolicyAssociation(administrator.Name, new()
        {
            ClusterName = cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = Arns.ClusterAccessPolicy("AmazonEKSClusterAdminPolicy"),
            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, new() { Parent = this });
    }
}
