using MlTa.Offline;
using MlTa.Recovery.Findings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology.Drills;

/// <summary>What a drill declares, and above all what it does not.</summary>
public sealed class DrillTests
{
    /// <summary>What there is one of in an account or a region, what locks, what users or people notice.</summary>
    private static readonly string[] s_services =
        ["aws:backup", "aws:kms", "aws:s3", "aws:route53", "aws:sns", "aws:chatbot", "aws:acm", "aws:lb", "aws:fis", "aws:cloudwatch"];

    [Fact]
    public async Task It_has_no_singleton_no_lock_no_key_and_nothing_that_users_see() => Assert.All(
        (await CommittedDrill.GraphAsync()).Resources, resource => Assert.DoesNotContain(resource.Type.Split('/')[0], s_services));

    [Fact]
    public async Task It_has_no_way_to_the_internet_or_to_another_network()
    {
        var graph = await CommittedDrill.GraphAsync();

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.Contains("Gateway", StringComparison.Ordinal)
            || resource.Type.Contains("Peering", StringComparison.Ordinal) || resource.Type == "aws:ec2/route:Route" || resource.Type == "aws:ec2/eip:Eip");
        Assert.All(graph.Of("aws:ec2/routeTable:RouteTable"), table => Assert.False(table.Inputs.ContainsKey("routes")));
    }

    [Fact]
    public async Task It_reaches_what_nodes_and_pods_need_of_AWS_and_no_more() => Assert.Equal(
        ["ec2", "ecr.api", "ecr.dkr", "eks-auth", "s3", "sts"],
        (await CommittedDrill.GraphAsync()).Of(ResourceTypes.VpcEndpoint).Select(endpoint => endpoint.Inputs.Text("serviceName")!["com.amazonaws.us-east-1.".Length..])
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task S3_can_be_read_and_not_written_and_of_production_only_the_models()
    {
        var endpoint = (await CommittedDrill.GraphAsync()).Of(ResourceTypes.VpcEndpoint).Single(each => each.Inputs.Text("vpcEndpointType") == "Gateway");
        var statements = endpoint.Inputs.Document("policy").Items("Statement").ToList();

        Assert.Equal(["s3:GetObject", "s3:ListBucket"], statements.SelectMany(statement => statement.List("Action")).Distinct());
        Assert.Equal(
            ["arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*", "arn:aws:s3:::ml-ta-models-secondary", "arn:aws:s3:::ml-ta-models-secondary/*"],
            statements.SelectMany(statement => statement.List("Resource")));
    }

    [Fact]
    public async Task Nothing_is_protected_or_kept() => Assert.All((await CommittedDrill.GraphAsync()).Resources, resource =>
    {
        Assert.False(resource.Protect, resource.Urn);
        Assert.False(resource.RetainOnDelete, resource.Urn);
        Assert.False(resource.Inputs.IsOn("deletionProtection"), resource.Urn);
    });

    [Fact]
    public async Task Everything_says_whose_it_is_and_when_it_expires()
    {
        var graph = await CommittedDrill.GraphAsync();

        Assert.Equal(
            """{"expires":"2026-11-01T15:00:00Z","managed-by":"pulumi","project":"ml-ta","stack":"dr-test-20261101"}""",
            Assert.Single(graph.Of(ResourceTypes.AwsProvider)).Inputs.Document("defaultTags").At("tags")!.ToJsonString());
        Assert.All(
            Assert.Single(graph.Of(ResourceTypes.LaunchTemplate)).Inputs.Items("tagSpecifications"),
            specification => Assert.Equal(("2026-11-01T15:00:00Z", "dr-test-20261101"), (specification.Text("tags.expires"), specification.Text("tags.stack"))));
    }

    [Fact]
    public async Task A_recovery_point_is_restored_and_leaves_nothing()
    {
        var database = Assert.Single((await CommittedDrill.GraphAsync()).Of(ResourceTypes.Database)).Inputs;

        Assert.Equal("arn:aws:rds:us-east-1:111122223333:snapshot:awsbackup:copyjob-00000000-0000-0000-0000-000000000000", database.Text("snapshotIdentifier"));
        Assert.Equal("ml-ta-dr-test-20261101", database.Text("identifier"));
        Assert.Equal((true, 0, true), (database.IsOn("skipFinalSnapshot"), database.Number("backupRetentionPeriod"), database.IsOn("deleteAutomatedBackups")));
        Assert.True(database.IsOn("storageEncrypted"));
        Assert.All((string[])["username", "dbName", "engine", "kmsKeyId", "replicateSourceDb", "restoreToPointInTime"], input => Assert.False(database.ContainsKey(input), input));
    }

    [Fact]
    public async Task A_moment_is_restored_from_the_point_in_time_copy()
    {
        var database = Assert.Single((await OfflineRun.EvaluateAsync(CommittedDrill.InTime)).Of(ResourceTypes.Database)).Inputs;

        Assert.Equal(
            """{"restoreTime":"2026-11-01T05:10:00Z","sourceDbInstanceAutomatedBackupsArn":"arn:aws:rds:us-east-1:111122223333:auto-backup:ab-0123456789"}""",
            database["restoreToPointInTime"]!.ToJsonString());
        Assert.False(database.ContainsKey("snapshotIdentifier"));
    }

    [Fact]
    public async Task In_the_archives_region_it_reads_the_archives_models()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedDrill.InArchive);

        Assert.All(graph.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)), resource => Assert.Equal("eu-west-1", resource.Region));
        Assert.Equal("ml-ta-models-backup", Variables(Job(graph, "models"))["MODELS_BUCKET"]);
    }

    [Theory]
    [InlineData("database", "postgres", "DATABASE_URL")]
    [InlineData("cache", "valkey", "REDIS_URL")]
    [InlineData("models", "aws-cli", null)]
    [InlineData("api", "aws-cli", null)]
    public async Task Each_check_is_a_job_that_runs_once_and_is_waited_for(string check, string image, string? secret)
    {
        var job = Job(await CommittedDrill.GraphAsync(), check);
        var container = Assert.Single(job.Inputs.Items("spec.template.spec.containers"));

        Assert.Equal($"validate-{check}", job.Inputs.Text("metadata.name"));
        Assert.Equal((0, 3600, "Never"), (job.Inputs.Number("spec.backoffLimit"), job.Inputs.Number("spec.activeDeadlineSeconds"), job.Inputs.Text("spec.template.spec.restartPolicy")));
        Assert.Equal("true", job.Inputs.At("metadata.annotations")!["pulumi.com/replaceUnready"]!.ToString());
        Assert.StartsWith($"111122223333.dkr.ecr.us-east-1.amazonaws.com/{image}:", container.Text("image"), StringComparison.Ordinal);
        Assert.Equal(["/bin/sh", $"/checks/{check}.sh"], container.List("command"));
        Assert.Equal(
            secret is null ? [] : [secret], container.Items("env").Where(variable => variable.At("valueFrom") is not null).Select(variable => variable.Text("name")!));
    }

    [Fact]
    public async Task The_database_is_checked_against_the_restored_moment_and_not_against_now() => Assert.Equal(
        new Dictionary<string, string?>
        {
            ["RESTORE_POINT"] = "2026-11-01T05:10:00Z",
            ["RESTORE_POINT_TOLERANCE_SECONDS"] = "600",
            ["DISASTER_AT"] = "2026-11-01T09:00:00Z",
            ["MAXIMUM_DATA_LOSS_MINUTES"] = "1800",
            ["QUERY_SECONDS"] = "550",
        },
        Variables(Job(await CommittedDrill.GraphAsync(), "database")).Where(variable => variable.Key is not ("DATABASE_URL" or "HOME")).ToDictionary());

    [Fact]
    public async Task Every_script_that_a_job_runs_is_there()
    {
        var graph = await CommittedDrill.GraphAsync();
        var scripts = graph.Of("kubernetes:core/v1:ConfigMap").Single().Inputs["data"]!.AsObject();

        Assert.All(graph.Of(ResourceTypes.Job), job => Assert.True(scripts.ContainsKey(Assert.Single(job.Inputs.Items("spec.template.spec.containers")).List("command").Last()["/checks/".Length..])));
    }

    [Fact]
    public async Task Another_run_checks_again()
    {
        var again = await OfflineRun.EvaluateAsync(CommittedDrill.Settings with { Drill = CommittedDrill.Settings.Drill with { StartedAt = "2026-11-01T10:00:00Z" } });

        Assert.All(again.Of(ResourceTypes.Job), job => Assert.Equal("2026-11-01T10:00:00Z", job.Inputs.At("spec.template.metadata.annotations")!["ml-ta/run"]!.ToString()));
    }

    [Fact]
    public async Task Checks_wait_for_what_they_check()
    {
        var graph = await CommittedDrill.GraphAsync();

        Assert.Contains(Job(graph, "api").DependsOn, urn => urn.EndsWith("::api", StringComparison.Ordinal));
        Assert.All((string[])["database", "cache", "models"], check => Assert.Contains(Job(graph, check).DependsOn, urn => urn.EndsWith("::connections", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_works_in_it_but_the_API_and_the_checks()
    {
        var graph = await CommittedDrill.GraphAsync();

        Assert.Equal(["ml-ta-api"], graph.Of(ResourceTypes.Deployment).Select(deployment => deployment.Inputs.Text("metadata.name")));
        Assert.Equal(1, graph.Of(ResourceTypes.Deployment).Single().Inputs.Number("spec.replicas"));
        Assert.DoesNotContain(graph.Resources, resource => resource.Type is ResourceTypes.CronJob or ResourceTypes.Release or ResourceTypes.Autoscaler);
    }

    [Fact]
    public async Task Its_pods_may_read_the_copied_models_and_nothing_else_in_AWS()
    {
        var policy = Assert.Single((await CommittedDrill.GraphAsync()).Of("aws:iam/rolePolicy:RolePolicy")).Inputs.Document("policy");

        Assert.Equal(["s3:ListBucket", "s3:GetObject", "kms:Decrypt"], policy.Items("Statement").SelectMany(statement => statement.List("Action")));
        Assert.Equal(
            ["arn:aws:s3:::ml-ta-models-secondary", "arn:aws:s3:::ml-ta-models-secondary/*", "arn:aws:kms:us-east-1:111122223333:key/*"],
            policy.Items("Statement").SelectMany(statement => statement.List("Resource")));
    }

    [Fact]
    public async Task Its_roles_are_called_after_it() => Assert.All(
        (await CommittedDrill.GraphAsync()).Of("aws:iam/role:Role"), role => Assert.StartsWith("ml-ta-dr-test-20261101-cluster", role.Inputs.Text("name"), StringComparison.Ordinal));

    [Fact]
    public async Task A_moment_is_exact_and_a_snapshot_is_not() => Assert.Equal(
        "1", Variables(Job(await OfflineRun.EvaluateAsync(CommittedDrill.InTime), "database"))["RESTORE_POINT_TOLERANCE_SECONDS"]);

    [Fact]
    public async Task Only_who_deploys_drills_administers_its_cluster() => Assert.Equal(
        ["arn:aws:iam::111122223333:role/ml-ta-drill-deploy"],
        (await CommittedDrill.GraphAsync()).Of("aws:eks/accessEntry:AccessEntry").Select(entry => entry.Inputs.Text("principalArn")));

    /// <summary>Whoever ends it may not know what it was made with.</summary>
    [Fact]
    public async Task It_tells_when_it_expires_and_how_its_cluster_is_called()
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        await OfflineRun.EvaluateAsync(CommittedDrill.Settings, () => outputs = MlTa.Topology.StackTopology.Declare(CommittedDrill.Settings));

        Assert.Equal(["cluster", "expires", "region", "restoredTo"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2026-11-01T15:00:00Z", outputs["expires"]);
    }

    private static DeclaredResource Job(StackGraph graph, string check) => graph.Of(ResourceTypes.Job).Single(job => job.Name == $"validation-{check}");

    private static Dictionary<string, string?> Variables(DeclaredResource job) => job.Inputs.Items("spec.template.spec.containers").Single()
        .Items("env").ToDictionary(variable => variable.Text("name")!, variable => variable.Text("value"));
}
