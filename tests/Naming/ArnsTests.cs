using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class ArnsTests
{
    [Fact]
    public void A_bucket_has_neither_region_nor_account() => Assert.Equal("arn:aws:s3:::ml-ta-data-primary", Arns.Bucket("ml-ta-data-primary"));

    [Fact]
    public void The_objects_of_a_bucket() => Assert.Equal("arn:aws:s3:::ml-ta-data-primary/*", Arns.Objects(Arns.Bucket("ml-ta-data-primary")));

    [Fact]
    public void A_backup_vault() => Assert.Equal(
        "arn:aws:backup:eu-west-1:111122223333:backup-vault:ml-ta-eu-west-1", Arns.BackupVault("eu-west-1", "111122223333", "ml-ta-eu-west-1"));

    [Fact]
    public void A_database() => Assert.Equal(
        "arn:aws:rds:us-west-2:111122223333:db:ml-ta-production", Arns.Database("us-west-2", "111122223333", "ml-ta-production"));

    [Fact]
    public void Something_else_of_rds() => Assert.Equal(
        "arn:aws:rds:us-west-2:111122223333:subgrp:ml-ta", Arns.Rds("us-west-2", "111122223333", "subgrp", "ml-ta"));

    [Fact]
    public void A_key_by_its_alias() => Assert.Equal(
        "arn:aws:kms:us-east-1:111122223333:alias/ml-ta-storage", Arns.Kms("us-east-1", "111122223333", "alias/ml-ta-storage"));

    [Fact]
    public void A_role_has_no_region() => Assert.Equal("arn:aws:iam::111122223333:role/ml-ta-break-glass", Arns.Role("111122223333", "ml-ta-break-glass"));

    [Fact]
    public void A_policy_of_aws_itself() => Assert.Equal(
        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
        Arns.ManagedPolicy("service-role/AWSBackupServiceRolePolicyForBackup"));
}
