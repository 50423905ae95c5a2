using CsCheck;
using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

/// <summary>The names that the recovery plan gives; runbooks and people know them.</summary>
public sealed class RegionNamesTests
{
    private static readonly RegionNames s_primary = new("ml-ta", "111122223333", "primary", "us-west-2");
    private static readonly RegionNames s_secondary = new("ml-ta", "111122223333", "secondary", "us-east-1");

    [Theory]
    [InlineData(BucketPurpose.Models, "ml-ta-models-primary")]
    [InlineData(BucketPurpose.Data, "ml-ta-data-primary")]
    [InlineData(BucketPurpose.ConfigBackups, "ml-ta-config-backups-primary")]
    [InlineData(BucketPurpose.PulumiStateBackups, "ml-ta-pulumi-state-backups-primary")]
    public void Buckets_carry_their_stack(BucketPurpose purpose, string name)
    {
        Assert.Equal(name, s_primary.Bucket(purpose));
        Assert.Equal($"arn:aws:s3:::{name}", s_primary.BucketArn(purpose));
    }

    [Fact]
    public void The_buckets_of_another_stack_differ_in_its_name_only() =>
        Assert.Equal("ml-ta-data-secondary", s_secondary.Bucket(BucketPurpose.Data));

    [Theory]
    [InlineData(KeyPurpose.Database, "alias/ml-ta-database")]
    [InlineData(KeyPurpose.Storage, "alias/ml-ta-storage")]
    [InlineData(KeyPurpose.Backup, "alias/ml-ta-backup")]
    public void Key_aliases_are_the_same_in_every_region(KeyPurpose purpose, string alias)
    {
        Assert.Equal(alias, s_primary.KeyAlias(purpose));
        Assert.Equal(alias, s_secondary.KeyAlias(purpose));
        Assert.Equal($"arn:aws:kms:us-east-1:111122223333:{alias}", s_secondary.KeyAliasArn(purpose));
    }

    [Fact]
    public void The_vault_carries_its_region()
    {
        Assert.Equal("ml-ta-us-east-1", s_secondary.Vault);
        Assert.Equal("arn:aws:backup:us-east-1:111122223333:backup-vault:ml-ta-us-east-1", s_secondary.VaultArn);
    }

    [Fact]
    public void A_restore_test_is_named_without_hyphens() => Assert.Equal("ml_ta_us_east_1", s_secondary.RestoreTest);

    [Theory]
    [InlineData(0, "ml-ta-production")]
    [InlineData(1, "ml-ta-production-replica")]
    [InlineData(2, "ml-ta-production-g2")]
    [InlineData(10, "ml-ta-production-g10")]
    public void Every_generation_of_the_database_has_a_name(int generation, string name)
    {
        Assert.Equal(name, s_primary.Database(generation));
        Assert.Equal($"arn:aws:rds:us-west-2:111122223333:db:{name}", s_primary.DatabaseArn(generation));
        Assert.Equal($"{name}-final", s_primary.FinalSnapshot(generation));
    }

    [Fact]
    public void Any_two_generations_have_different_names() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (one, other) => one == other == (s_primary.Database(one) == s_primary.Database(other)));

    [Fact]
    public void No_generation_has_the_name_of_a_final_snapshot() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (one, other) => s_primary.Database(one) != s_primary.FinalSnapshot(other));

    [Fact]
    public void A_cluster_has_the_name_that_the_plans_kubectl_context_has() => Assert.Equal("ml-ta-secondary", s_secondary.Cluster);

    [Theory]
    [InlineData(EscalationLevel.AutomatedRecovery, "ml-ta-automated-recovery")]
    [InlineData(EscalationLevel.OnCall, "ml-ta-on-call")]
    [InlineData(EscalationLevel.Management, "ml-ta-management")]
    [InlineData(EscalationLevel.Customers, "ml-ta-customers")]
    public void Every_level_of_escalation_has_a_topic_in_every_region(EscalationLevel level, string name)
    {
        Assert.Equal(name, s_primary.Topic(level));
        Assert.Equal($"arn:aws:sns:us-east-1:111122223333:{name}", s_secondary.TopicArn(level));
    }

    [Fact]
    public void All_stacks_share_the_roles_of_people_and_pipelines()
    {
        Assert.Equal("arn:aws:iam::111122223333:role/ml-ta-break-glass", s_secondary.BreakGlassRoleArn);
        Assert.Equal("arn:aws:iam::111122223333:role/ml-ta-deploy", s_secondary.DeployRoleArn);
    }
}
