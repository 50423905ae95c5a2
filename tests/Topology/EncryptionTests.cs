using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Whatever is kept is encrypted, each store with the key of its own region and purpose.</summary>
public sealed class EncryptionTests
{
    /// <summary>What keeps data: where its key is named, and which one it is.</summary>
    private static readonly Dictionary<string, (string Input, string Key)> s_keyOf = new()
    {
        ["aws:backup/vault:Vault"] = ("kmsKeyArn", "backup-key"),
        ["aws:eks/cluster:Cluster"] = ("encryptionConfig.provider.keyArn", "cluster-key"),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = ("kmsKeyId", "cache-key"),
        ["aws:rds/instance:Instance"] = ("kmsKeyId", "database-key"),
        ["aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"] = ("kmsKeyId", "database-key"),
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] =
            ("rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId", "storage-key"),
        ["aws:sns/topic:Topic"] = ("kmsMasterKeyId", "alerts-key"),
    };

    /// <summary>Of a log the key depends on whose it is.</summary>
    private static readonly string[] s_logKeys = ["alerts-key", "cluster-key"];

    /// <summary>What says that something is encrypted.</summary>
    private static readonly (string Type, string Input, string Value)[] s_saysSo =
    [
        ("aws:elasticache/replicationGroup:ReplicationGroup", "atRestEncryptionEnabled", "true"),
        ("aws:rds/instance:Instance", "storageEncrypted", "true"),
        ("aws:eks/cluster:Cluster", "encryptionConfig.resources[0]", "\"secrets\""),
        ("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", "\"aws:kms\""),
    ];

    /// <summary>What names keys without keeping data: S3 replication, which encrypts for the destination.</summary>
    private static readonly string[] s_keepsNothing = ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"];

    [Fact]
    public async Task Every_store_has_the_key_of_its_purpose_in_its_own_region()
    {
        var seen = new HashSet<string>();
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            foreach (var resource in graph.Resources.Where(resource => s_keyOf.ContainsKey(resource.Type)))
            {
                var (input, key) = s_keyOf[resource.Type];
                Assert.True((IsRestored(resource) ? null : ArnOf(graph, key)) == resource.At(input)?.GetValue<string>(), $"{resource.Urn} has {resource.At(input)}");
                seen.Add(resource.Type);
            }
        }

        Assert.Equal(s_keyOf.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_log_has_a_key_of_its_own_region()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(graph.Resources.Where(resource => resource.Type == "aws:cloudwatch/logGroup:LogGroup"), log => Assert.Contains(log.Text("kmsKeyId"), s_logKeys.Select(key => ArnOf(graph, key))));
        }
    }

    [Fact]
    public async Task Every_store_says_that_it_is_encrypted()
    {
        foreach (var (type, input, value) in s_saysSo)
        {
            var stores = (await DeclaredStacks.InEveryStateAsync()).SelectMany(graph => graph.Resources).Where(resource => resource.Type == type).ToList();

            Assert.NotEmpty(stores);
            Assert.All(stores, store => Assert.True(value == store.At(input)?.ToJsonString(), $"{store.Urn}: {input} is {store.At(input)}"));
        }
    }

    [Fact]
    public async Task Every_bucket_has_its_encryption()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.Equal(
                graph.Of("aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket")).Order(StringComparer.Ordinal),
                graph.Of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Select(each => each.Text("bucket")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_volume_of_a_node_and_of_a_pod_is_encrypted()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var volumes = graph.Of("aws:ec2/launchTemplate:LaunchTemplate").SelectMany(template => template.Inputs["blockDeviceMappings"].Items()).ToList();

            Assert.NotEmpty(volumes);
            Assert.All(volumes, volume => Assert.Equal("true", volume["ebs"]!["encrypted"]!.GetValue<string>()));
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "kubernetes:storage.k8s.io/v1:StorageClass"),
                storage => Assert.Equal("true", storage.At("parameters.encrypted")?.GetValue<string>()));
        }
    }

    /// <summary>A new kind of store belongs into the table above.</summary>
    [Fact]
    public async Task Whatever_has_a_key_is_known_here()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var types = graph.Resources
                .Where(resource => resource.Texts().Any(input => input.Path.Contains("kms", StringComparison.OrdinalIgnoreCase) && input.Text.StartsWith("arn:aws:kms:", StringComparison.Ordinal)))
                .Select(resource => resource.Type)
                .Distinct();

            Assert.Empty(types.Except([.. s_keyOf.Keys, .. s_keepsNothing, "aws:cloudwatch/logGroup:LogGroup"]));
        }
    }

    private static string ArnOf(StackGraph graph, string key)
    {
        Assert.Contains(graph.Of("aws:kms/key:Key"), declared => declared.Name == key);
        return $"arn:aws:kms:{graph.Region}:{CommittedStacks.Primary.Account}:key/${{aws:kms/key:Key::{key}.id}}";
    }

    /// <summary>A restored database has the key of its backup; one that it names would replace it.</summary>
    private static bool IsRestored(DeclaredResource resource) =>
        resource.Inputs["snapshotIdentifier"] is not null || resource.Inputs["restoreToPointInTime"] is not null;
}
