using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>A drill restores production's data, and a program in it may believe that it is production: so it must not be able to reach it.</summary>
internal static class IsolationRules
{
    private const string Ours = "decided by this project";

    /// <summary>All that a drill may consist of. What is the account's or the region's only one, or changes what users see, is none of it.</summary>
    private static readonly string[] s_types =
    [
        ResourceTypes.AwsProvider, "pulumi:providers:kubernetes",
        ResourceTypes.Vpc, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/subnet:Subnet", "aws:ec2/routeTable:RouteTable",
        "aws:ec2/routeTableAssociation:RouteTableAssociation", ResourceTypes.VpcEndpoint, ResourceTypes.SecurityGroup, ResourceTypes.IngressRule,
        ResourceTypes.Database, "aws:rds/subnetGroup:SubnetGroup",
        ResourceTypes.Cache, "aws:elasticache/subnetGroup:SubnetGroup", "aws:elasticache/parameterGroup:ParameterGroup",
        ResourceTypes.Cluster, "aws:eks/nodeGroup:NodeGroup", "aws:eks/addon:Addon", "aws:eks/accessEntry:AccessEntry",
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "aws:eks/podIdentityAssociation:PodIdentityAssociation", ResourceTypes.LaunchTemplate,
        "aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    ];

    private static readonly string[] s_read = ["s3:GetObject", "s3:ListBucket"];

    private static readonly string[] s_managed =
    [
        Arns.ManagedPolicy("AmazonEKSClusterPolicy"), Arns.ManagedPolicy("AmazonEKSWorkerNodePolicy"),
        Arns.ManagedPolicy("AmazonEC2ContainerRegistryPullOnly"), Arns.ManagedPolicy("AmazonEKS_CNI_Policy"),
    ];

    /// <summary>By which AWS knows a thing in a region or an account.</summary>
    private static readonly string[] s_names = ["identifier", "bucket", "name", "replicationGroupId", "fqdn", "repositoryName", "dashboardName"];

    public static readonly RecoveryRule[] All =
    [
        new("drill-needs-only", Severity.Error,
            "A drill consists of what a recovery needs, and of nothing that is shared: no key, vault, lock, record, topic or setting of the account.",
            "What there is one of in an account or a region is production's: a drill that declares it changes it, and takes it away when it ends.",
            "Take it out of the drill, or add its type to the list in infra/Recovery/Findings/Drills/IsolationRules.cs if a drill can have one of its own.",
            Ours)
        {
            CheckDrill = drill => drill.Resources
                .Where(resource => !s_types.Contains(resource.Type) && !resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
                .Select(resource => drill.Gap(resource, $"{resource.Type} is none of what a drill may consist of")),
        },

        new("drill-has-no-way-out", Severity.Error,
            "The network of a drill leads to AWS's services in its own region and nowhere else, and writes to no bucket.",
            "The restored application could write to production, or answer its users.",
            "Declare no gateway, route or peering, and let the endpoint of S3 allow reading only.",
            "EKS user guide, \"Deploy private clusters with limited internet access\"; S3 user guide, \"Controlling access from VPC endpoints\"")
        {
            CheckDrill = drill =>
            [
                .. drill.Of(ResourceTypes.VpcEndpoint)
                    .Where(endpoint => endpoint.Inputs.Text("serviceName")?.StartsWith($"com.amazonaws.{drill.Graph.Region}.", StringComparison.Ordinal) != true)
                    .Select(endpoint => drill.Gap(endpoint, $"leads to {endpoint.Inputs.Text("serviceName") ?? "nothing"}, expected a service in {drill.Graph.Region}")),
                .. drill.Of(ResourceTypes.VpcEndpoint)
                    .Where(endpoint => endpoint.Inputs.Text("serviceName")?.EndsWith(".s3", StringComparison.Ordinal) == true && !ReadsOnly(endpoint.Inputs.Document("policy"), s_read, BucketsOf(drill)))
                    .Select(endpoint => drill.Gap(endpoint, "its policy should allow s3:GetObject and s3:ListBucket only, of the images' layers and the copied models only")),
                .. drill.Of(ResourceTypes.Database).Where(database => database.Inputs.IsOn("publiclyAccessible"))
                    .Select(database => drill.Gap(database, "is publicly accessible")),
            ],
        },

        new("drill-reads-only", Severity.Error,
            "The roles of a drill may read the copied models, and beside that no more than what AWS gives a cluster and its nodes.",
            "What a name does not say, a policy may: a pod that may do anything can reach production through the APIs of the account.",
            "Give its service accounts PodRights.ReadModelsOf, and its cluster AWS's own policies for clusters and nodes.",
            "EKS user guide, \"Amazon EKS cluster IAM role\", \"Amazon EKS node IAM role\"")
        {
            CheckDrill = drill =>
            [
                .. drill.Of("aws:iam/rolePolicy:RolePolicy")
                    .Where(policy => !ReadsOnly(policy.Inputs.Document("policy"), [.. s_read, "kms:Decrypt"], [.. BucketsOf(drill), KeysOf(drill)]))
                    .Select(policy => drill.Gap(policy, "should allow s3:GetObject, s3:ListBucket and kms:Decrypt only, of the copied models and the region's keys only")),
                .. drill.Of("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                    .Where(attached => !s_managed.Contains(attached.Inputs.Text("policyArn")))
                    .Select(attached => drill.Gap(attached, $"{attached.Inputs.Text("policyArn") ?? "nothing"} is none of {string.Join(", ", s_managed)}")),
            ],
        },

        new("drill-names-nothing-of-production", Severity.Error,
            "Nothing in a drill has or mentions a name of what the other stacks declare, but for the copied models and their key, which it reads.",
            "A name that is the same is the same thing: the drill would fail on it, or worse, change it.",
            "Take the name from the drill's own, RegionNames.Drill.",
            Ours)
        {
            CheckDrill = drill =>
                from resource in drill.Resources
                from text in resource.Inputs.Texts()
                from name in NamesOf(drill.Standing)
                where !MayRead(drill.Settings.RehearsedNames, name) && Mentions(text, name)
                group name by resource into names
                select drill.Gap(names.Key, $"mentions {string.Join(", ", names.Distinct().Order(StringComparer.Ordinal))}"),
        },
    ];

    /// <summary>The copied models, and their key.</summary>
    private static bool MayRead(RegionNames rehearsed, string name) => name == rehearsed.Bucket(BucketPurpose.Models) || name == rehearsed.KeyAlias(KeyPurpose.Storage);

    /// <summary>Only what is allowed by name counts: a statement that allows all but something names nothing.</summary>
    private static bool ReadsOnly(JsonNode? policy, IReadOnlyList<string> actions, IReadOnlyList<string> resources) =>
        policy.Items("Statement").ToList() is { Count: > 0 } statements && statements.All(statement =>
            IsWithin(statement.List("Action"), actions) && IsWithin(statement.List("Resource"), resources));

    private static bool IsWithin(IEnumerable<string> given, IReadOnlyList<string> allowed) => given.ToList() is { Count: > 0 } texts && texts.All(allowed.Contains);

    private static IReadOnlyList<string> BucketsOf(JudgedDrill drill)
    {
        var models = drill.Settings.RehearsedNames.BucketArn(BucketPurpose.Models);
        return [Arns.Objects(Arns.ImageLayers(drill.Graph.Region)), models, Arns.Objects(models)];
    }

    private static string KeysOf(JudgedDrill drill) => Arns.Kms(drill.Graph.Region, drill.Settings.Account, "key/*");

    private static IReadOnlyCollection<string> NamesOf(IReadOnlyList<StackGraph> standing) =>
    [
        .. standing.SelectMany(graph => graph.Resources)
            .Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal))
            .SelectMany(resource => s_names.Select(name => resource.Inputs.Text(name)))
            .OfType<string>()
            .Distinct(),
    ];

    /// <summary>As a whole: <c>ml-ta-production</c> is no part of the name <c>ml-ta-production-replica</c>.</summary>
    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!IsOfName(text.ElementAtOrDefault(at - 1)) && !IsOfName(text.ElementAtOrDefault(at + name.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}
