using MlTa.Components.Policies;
using MlTa.Naming;
using Pulumi.Aws.Iam;

namespace MlTa.Components.Compute;

public sealed record ClusterRolesArgs
{
    public required RegionNames Names { get; init; }

    /// <summary>What the names of the roles begin with, so that a policy can tell them; null for names that Pulumi makes up.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>The service accounts that there are.</summary>
    public required IReadOnlyList<ServiceAccount> Accounts { get; init; }

    /// <summary>The policy of each that has none of AWS's own.</summary>
    public required Func<ServiceAccount, Output<PolicyDocument>> RightsOf { get; init; }
}

/// <summary>
/// The IAM roles of a cluster, its nodes and its service accounts. In every stack and the same in every role: IAM is changed in us-east-1,
/// which may be the region that was lost.
/// </summary>
public sealed class ClusterRoles : ComponentResource
{
    private readonly string? _namePrefix;
    private readonly Dictionary<ServiceAccount, Output<string>> _accounts;

    public ClusterRoles(string name, ClusterRolesArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ClusterRoles", name, options)
    {
        _namePrefix = args.NamePrefix;
        var controlPlane = Declare(name, $"Control plane of {args.Names.Cluster}", PolicyDocument.TrustOf("eks.amazonaws.com"));
        Attach(name, controlPlane, "AmazonEKSClusterPolicy");

        // Pods on its network may what the node may: so only joining and pulling images. Addresses are given out by a role of their own.
        var nodes = Declare($"{name}-nodes", $"Nodes of {args.Names.Cluster}", PolicyDocument.TrustOf("ec2.amazonaws.com"));
        Attach($"{name}-nodes-join", nodes, "AmazonEKSWorkerNodePolicy");
        Attach($"{name}-nodes-images", nodes, "AmazonEC2ContainerRegistryPullOnly");

        ControlPlaneArn = controlPlane.Arn;
        NodeArn = nodes.Arn;
        _accounts = args.Accounts.ToDictionary(account => account, account => Declare(name, account, args).Arn);
        RegisterOutputs();
    }

    [Output]
    public Output<string> ControlPlaneArn { get; private set; }

    [Output]
    public Output<string> NodeArn { get; private set; }

    /// <summary>The role of a service account.</summary>
    public Output<string> ArnOf(ServiceAccount account) => _accounts[account];

    private Pulumi.Aws.Iam.Role Declare(string name, ServiceAccount account, ClusterRolesArgs args)
    {
        var roleName = $"{name}-{Words.Kebab(account)}";
        var role = Declare(roleName, $"Service account {account} in {args.Names.Cluster}", PodRights.Trust);

        if (PodRights.ManagedPolicy(account) is { } policy)
        {
            Attach(roleName, role, policy);
        }
        else
        {
            new RolePolicy(roleName, new()
            {
                Role = role.Id,
                Policy = args.RightsOf(account).Apply(rights => rights.ToJson()),
            }, new() { Parent = this });
        }

        return role;
    }

    private Pulumi.Aws.Iam.Role Declare(string name, string description, PolicyDocument trust)
    {
        var inputs = new RoleArgs { Description = description, AssumeRolePolicy = trust.ToJson() };
        if (_namePrefix is not null)
        {
            inputs.Name = $"{_namePrefix}-{name}";
        }

        return new(name, inputs, new() { Parent = this });
    }

    private void Attach(string name, Pulumi.Aws.Iam.Role role, string policy) => new RolePolicyAttachment(name, new()
    {
        Role = role.Name,
        PolicyArn = Arns.ManagedPolicy(policy),
    }, new() { Parent = this });
}
