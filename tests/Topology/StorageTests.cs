using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class StorageTests
{
    [Fact]
    public async Task Every_stack_has_the_four_buckets_of_the_plan()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                [$"ml-ta-config-backups-{graph.Stack}", $"ml-ta-data-{graph.Stack}", $"ml-ta-models-{graph.Stack}", $"ml-ta-pulumi-state-backups-{graph.Stack}"],
                graph.Of("aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket")).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration", """{"status":"Enabled"}""")]
    [InlineData("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule", """{"objectOwnership":"BucketOwnerEnforced"}""")]
    [InlineData("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicAcls", "true")]
    [InlineData("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicPolicy", "true")]
    [InlineData("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "ignorePublicAcls", "true")]
    [InlineData("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "restrictPublicBuckets", "true")]
    public async Task Every_bucket_is_versioned_owned_and_closed(string type, string input, string value)
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            AssertOnePerBucket(graph, type, companion => Assert.Equal(value, companion.Inputs[input]!.ToJsonString()));
        }
    }

    [Fact]
    public async Task Every_bucket_is_encrypted_with_its_regions_key()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            AssertOnePerBucket(graph, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", encryption =>
            {
                var rule = Assert.Single(encryption.Inputs["rules"].Items());

                Assert.Equal("aws:kms", rule["applyServerSideEncryptionByDefault"]!["sseAlgorithm"]!.GetValue<string>());
                Assert.StartsWith($"arn:aws:kms:{graph.Region}:111122223333:key/", rule["applyServerSideEncryptionByDefault"]!["kmsMasterKeyId"]!.GetValue<string>(), StringComparison.Ordinal);
                Assert.True(rule["bucketKeyEnabled"]!.GetValue<bool>());
            });
        }
    }

    [Fact]
    public async Task Every_bucket_refuses_plain_text_and_old_tls()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            AssertOnePerBucket(graph, "aws:s3/bucketPolicy:BucketPolicy", policy =>
            {
                var arn = Arns.Bucket(policy.Text("bucket"));

                Assert.Equal(
                    ["""{"Bool":{"aws:SecureTransport":["false"]}}""", """{"NumericLessThan":{"s3:TlsVersion":["1.2"]}}"""],
                    policy.Statements("policy").Take(2).Select(statement => statement.GetProperty("Condition").GetRawText()));
                Assert.All(policy.Statements("policy"), statement =>
                {
                    Assert.Equal("Deny", statement.GetProperty("Effect").GetString());
                    Assert.Equal([arn, $"{arn}/*"], statement.GetProperty("Resource").TextList());
                });
            });
        }
    }

    [Fact]
    public async Task Only_the_break_glass_role_deletes_versions_of_the_archive()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            AssertOnePerBucket(graph, "aws:s3/bucketPolicy:BucketPolicy", policy =>
            {
                var kept = policy.Statements("policy").Skip(2).ToList();
                if (graph.Role != Role.Archive)
                {
                    Assert.Empty(kept);
                    return;
                }

                Assert.Equal(["s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"], Assert.Single(kept).GetProperty("Action").TextList());
                Assert.Equal(
                    ["arn:aws:iam::111122223333:role/ml-ta-break-glass"],
                    kept[0].GetProperty("Condition").GetProperty("ArnNotEquals").GetProperty("aws:PrincipalArn").TextList());
            });
        }
    }

    [Fact]
    public async Task Old_versions_expire_and_only_the_archives_training_data_moves_out_of_reach()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            AssertOnePerBucket(graph, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", lifecycle =>
            {
                var rule = Assert.Single(lifecycle.Inputs["rules"].Items());

                Assert.Equal("""{"prefix":""}""", rule["filter"]!.ToJsonString());
                Assert.Equal(90, rule["noncurrentVersionExpiration"]!["noncurrentDays"]!.GetValue<long>());
                Assert.Equal(
                    lifecycle.Text("bucket") == "ml-ta-data-backup" ? """[{"days":180,"storageClass":"DEEP_ARCHIVE"}]""" : null,
                    rule["transitions"]?.ToJsonString());
            });
        }
    }

    [Fact]
    public async Task The_archive_locks_every_object_and_serving_regions_lock_none()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var isArchive = graph.Role == Role.Archive;

            Assert.All(graph.Of("aws:s3/bucket:Bucket"), bucket => Assert.Equal(isArchive, bucket.Inputs["objectLockEnabled"]!.GetValue<bool>()));
            Assert.Equal(isArchive ? 4 : 0, graph.Resources.Count(resource => resource.Type == "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"));
        }

        var locks = (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Of("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
        Assert.All(locks, objectLock => Assert.Equal("""{"defaultRetention":{"days":35,"mode":"GOVERNANCE"}}""", objectLock.Inputs["rule"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_compliance_lock_is_said_in_the_words_of_s3()
    {
        var settings = CommittedStacks.Backup;
        var compliance = settings.Storage with { ObjectLock = new() { Mode = LockMode.Compliance, RetentionDays = 400 } };
        var graph = await OfflineRun.EvaluateAsync(settings with { Storage = compliance });

        Assert.All(
            graph.Of("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"),
            objectLock => Assert.Equal("""{"defaultRetention":{"days":400,"mode":"COMPLIANCE"}}""", objectLock.Inputs["rule"]!.ToJsonString()));
    }

    private static void AssertOnePerBucket(StackGraph graph, string type, Action<DeclaredResource> assert)
    {
        var companions = graph.Of(type);

        Assert.Equal(
            graph.Of("aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket")).Order(StringComparer.Ordinal),
            companions.Select(companion => companion.Text("bucket")).Order(StringComparer.Ordinal));
        Assert.All(companions, assert);
    }
}
