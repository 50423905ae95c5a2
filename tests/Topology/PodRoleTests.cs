using System.Text.Json;
using System.Text.RegularExpressions;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class PodRoleTests
{
    private const string Deletes = "Delete";

    [Fact]
    public async Task Every_stack_has_the_roles_of_a_cluster_the_archive_too()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                [
                    ("cluster", "eks.amazonaws.com"), ("cluster-api", "pods.eks.amazonaws.com"), ("cluster-cluster-autoscaler", "pods.eks.amazonaws.com"),
                    ("cluster-heartbeat", "pods.eks.amazonaws.com"), ("cluster-nodes", "ec2.amazonaws.com"), ("cluster-pod-network", "pods.eks.amazonaws.com"),
                    ("cluster-velero", "pods.eks.amazonaws.com"), ("cluster-volumes", "pods.eks.amazonaws.com"), ("cluster-worker", "pods.eks.amazonaws.com"),
                ],
                Declared(graph, "aws:iam/role:Role").Select(role => (role.Name, Assert.Single(Assert.Single(role.Statements("assumeRolePolicy"))
                    .GetProperty("Principal").GetProperty("Service").TextList()))));
        }
    }

    /// <summary>IAM is changed in us-east-1: a failover, or a cold restore, that needed it could fail with that region.</summary>
    [Theory]
    [InlineData("primary", Role.Fenced)]
    [InlineData("primary", Role.Standby)]
    [InlineData("secondary", Role.Active)]
    [InlineData("secondary", Role.Fenced)]
    public async Task No_role_depends_on_what_the_stack_is_doing(string stack, Role role)
    {
        var settings = CommittedStacks.All.Single(settings => settings.Stack == stack);
        var now = await DeclaredStacks.OfAsync(settings);
        var then = await OfflineRun.EvaluateAsync(settings with { Role = role, Database = settings.Database with { Source = CommittedStacks.Secondary.Database.Source } });

        Assert.NotEmpty(Shown(now));
        Assert.Equal(Shown(now), Shown(then));
    }

    [Theory]
    [InlineData("cluster-api")]
    [InlineData("cluster-pod-network")]
    public async Task A_pod_is_trusted_with_the_tags_that_say_who_it_is(string name)
    {
        var role = Declared(await DeclaredStacks.OfAsync(CommittedStacks.Primary), "aws:iam/role:Role").Single(role => role.Name == name);

        Assert.Equal(["sts:AssumeRole", "sts:TagSession"], Assert.Single(role.Statements("assumeRolePolicy")).GetProperty("Action").TextList());
    }

    [Fact]
    public async Task Policies_of_aws_are_for_what_aws_makes()
    {
        var attachments = Declared(await DeclaredStacks.OfAsync(CommittedStacks.Primary), "aws:iam/rolePolicyAttachment:RolePolicyAttachment");

        Assert.Equal(
            [
                ("${aws:iam/role:Role::cluster-nodes.name}", "AmazonEC2ContainerRegistryPullOnly"), ("${aws:iam/role:Role::cluster-nodes.name}", "AmazonEKSWorkerNodePolicy"),
                ("${aws:iam/role:Role::cluster-pod-network.name}", "AmazonEKS_CNI_Policy"),
                ("${aws:iam/role:Role::cluster-volumes.name}", "service-role/AmazonEBSCSIDriverPolicy"), ("${aws:iam/role:Role::cluster.name}", "AmazonEKSClusterPolicy"),
            ],
            attachments.Select(attachment => (attachment.Text("role"), attachment.Text("policyArn")["arn:aws:iam::aws:policy/".Length..])).OrderBy(attachment => attachment, OrdinalOrder));
    }

    [Theory]
    [InlineData("api", "List s3:ListBucket models", "Read s3:GetObject models/*", "UseKey kms:Decrypt key")]
    [InlineData("worker",
        "List s3:ListBucket models,data", "ReadAndWrite s3:GetObject,s3:PutObject,s3:AbortMultipartUpload,s3:ListMultipartUploadParts models/*,data/*",
        "UseKey kms:Decrypt,kms:GenerateDataKey key")]
    [InlineData("velero",
        "List s3:ListBucket config-backups", "Read s3:GetObject config-backups/*",
        "Write s3:PutObject,s3:DeleteObject,s3:AbortMultipartUpload,s3:ListMultipartUploadParts config-backups/velero/own/*",
        "UseKey kms:Decrypt,kms:GenerateDataKey key")]
    public async Task Each_reaches_its_own_buckets_in_its_own_region(string account, params string[] rights)
    {
        foreach (var settings in CommittedStacks.All)
        {
            var key = $"arn:aws:kms:{settings.Region}:111122223333:key/${{aws:kms/key:Key::storage-key.id}}";
            var statements = Statements(await DeclaredStacks.OfAsync(settings), account);

            Assert.Equal(rights, statements.Select(statement => string.Join(' ',
                statement.GetProperty("Sid").GetString(),
                string.Join(',', statement.GetProperty("Action").TextList()),
                string.Join(',', statement.GetProperty("Resource").TextList().Select(arn => arn == key ? "key" : PurposeIn(arn, settings.Stack))))));
            Assert.Equal($$$"""{"StringEquals":{"kms:ViaService":["s3.{{{settings.Region}}}.amazonaws.com"]}}""", statements[^1].GetProperty("Condition").GetRawText());
        }
    }

    [Fact]
    public async Task The_heartbeat_writes_recovery_metrics_and_nothing_else()
    {
        var statement = Assert.Single(Statements(await DeclaredStacks.OfAsync(CommittedStacks.Primary), "heartbeat"));

        Assert.Equal(["cloudwatch:PutMetricData"], statement.GetProperty("Action").TextList());
        Assert.Equal(
            $$$"""{"StringEquals":{"cloudwatch:namespace":["{{{RecoveryMetrics.Namespace}}}"]}}""",
            statement.GetProperty("Condition").GetRawText());
    }

    [Fact]
    public async Task The_autoscaler_changes_the_groups_of_its_own_cluster_only()
    {
        var changing = Statements(await DeclaredStacks.OfAsync(CommittedStacks.Secondary), "cluster-autoscaler")
            .Where(statement => statement.GetProperty("Action").TextList().Any(action => !IsReading(action)))
            .ToList();

        Assert.Equal("Scale", Assert.Single(changing).GetProperty("Sid").GetString());
        Assert.Equal(["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"], changing[0].GetProperty("Action").TextList());
        Assert.Equal(["arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/*"], changing[0].GetProperty("Resource").TextList());
        Assert.Equal(
            """{"StringEquals":{"aws:ResourceTag/k8s.io/cluster-autoscaler/ml-ta-secondary":["owned"]}}""",
            changing[0].GetProperty("Condition").GetRawText());
    }

    /// <summary>What the cluster autoscaler's own documentation asks for with groups that it finds by their tags.</summary>
    [Fact]
    public async Task The_autoscaler_sees_what_it_decides_by()
    {
        foreach (var settings in CommittedStacks.All)
        {
            var seeing = Statements(await DeclaredStacks.OfAsync(settings), "cluster-autoscaler").Where(statement => statement.GetProperty("Action").TextList().All(IsReading)).ToList();

            Assert.Equal(
                [
                    "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeLaunchConfigurations",
                    "autoscaling:DescribeScalingActivities", "autoscaling:DescribeTags", "ec2:DescribeImages", "ec2:DescribeInstanceTypes",
                    "ec2:DescribeLaunchTemplateVersions", "ec2:GetInstanceTypesFromInstanceRequirements", "eks:DescribeNodegroup",
                ],
                seeing.SelectMany(statement => statement.GetProperty("Action").TextList()));
            Assert.Equal([$"arn:aws:eks:{settings.Region}:111122223333:nodegroup/ml-ta-{settings.Stack}/*/*"], seeing[^1].GetProperty("Resource").TextList());
        }
    }

    [Fact]
    public async Task No_action_is_a_wildcard_and_any_resource_only_where_there_is_no_other_way()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var statements = Declared(graph, "aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Statements("policy")).ToList();

            Assert.All(statements, statement => Assert.DoesNotContain(statement.GetProperty("Action").TextList(), action => action.Contains('*', StringComparison.Ordinal)));
            Assert.Equal(
                ["SeeCapacity", "WriteMetrics"],
                statements.Where(statement => statement.GetProperty("Resource").TextList().Contains("*")).Select(statement => statement.GetProperty("Sid").GetString()));
        }
    }

    /// <summary>A version is what a stolen right to delete leaves behind.</summary>
    [Fact]
    public async Task Nothing_in_a_cluster_deletes_versions_or_buckets()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                ["s3:DeleteObject"],
                Declared(graph, "aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Statements("policy"))
                    .SelectMany(statement => statement.GetProperty("Action").TextList()).Where(action => action.Contains(Deletes, StringComparison.Ordinal)));
        }
    }

    private static Comparer<(string Role, string Policy)> OrdinalOrder { get; } = Comparer<(string Role, string Policy)>.Create((one, other) =>
        string.CompareOrdinal($"{one.Role} {one.Policy}", $"{other.Role} {other.Policy}"));

    /// <summary><c>models/*</c> of <c>arn:aws:s3:::ml-ta-models-primary/*</c>.</summary>
    /// <summary>A bucket by its purpose, and the stack's own name within it as <c>own</c>.</summary>
    private static string PurposeIn(string arn, string stack) =>
        Regex.Replace(arn, $@"^arn:aws:s3:::ml-ta-([a-z-]+?)-{stack}(?=/|$)", "$1").Replace($"/{stack}/", "/own/", StringComparison.Ordinal);

    private static bool IsReading(string action) => action.Split(':')[1] is var verb && (verb.StartsWith("Describe", StringComparison.Ordinal) || verb.StartsWith("Get", StringComparison.Ordinal));

    private static List<DeclaredResource> Declared(StackGraph graph, string type) =>
        [.. graph.Of(type).Where(resource => resource.Parent!.EndsWith("ml-ta:index:ClusterRoles::cluster", StringComparison.Ordinal))];

    private static IReadOnlyList<JsonElement> Statements(StackGraph graph, string account) =>
        Declared(graph, "aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == $"cluster-{account}").Statements("policy");

    private static List<string> Shown(StackGraph graph) => [.. graph.Resources
        .Where(resource => resource.Urn.Contains("ml-ta:index:ClusterRoles", StringComparison.Ordinal))
        .Select(resource => $"{resource.Urn} {resource.Inputs.ToJsonString()}")];
}
