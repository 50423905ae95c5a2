using MlTa.Naming;
using MlTa.Tests.Contract.Samples;
using MlTa.Tests.Support;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Rds;
using Pulumi.Aws.S3;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>What is shown where a resource takes the output of another.</summary>
public sealed class PredictedOutputTests
{
    private static readonly RegionNames s_names = CommittedStacks.Primary.Names;

    [Fact]
    public async Task A_vaults_arn_is_the_one_that_other_regions_predict() =>
        Assert.Equal(s_names.VaultArn, await Shown(() => new Pulumi.Aws.Backup.Vault("vault", new() { Name = s_names.Vault }).Arn));

    [Fact]
    public async Task A_databases_arn_is_the_one_that_other_regions_predict() =>
        Assert.Equal(s_names.DatabaseArn(0), await Shown(() => Database(s_names.Database(0)).Arn));

    [Fact]
    public async Task A_buckets_arn_is_the_one_that_other_regions_predict() => Assert.Equal(
        s_names.BucketArn(BucketPurpose.Data),
        await Shown(() => new Bucket("data", new() { BucketName = s_names.Bucket(BucketPurpose.Data) }).Arn));

    [Fact]
    public async Task The_id_of_a_bucket_is_its_name() =>
        Assert.Equal("some-bucket", await Shown(() => new Bucket("data", new() { BucketName = "some-bucket" }).Id));

    [Fact]
    public async Task A_keys_arn_holds_the_id_that_kms_will_assign() => Assert.Equal(
        "arn:aws:kms:us-west-2:111122223333:key/${aws:kms/key:Key::backup.id}", await Shown(() => new Pulumi.Aws.Kms.Key("backup").Arn));

    [Fact]
    public async Task The_arn_of_a_role_without_a_name_holds_the_one_that_pulumi_will_assign() => Assert.Equal(
        "arn:aws:iam::111122223333:role/${aws:iam/role:Role::backup.name}", await Shown(() => Role(name: null).Arn));

    [Fact]
    public async Task The_arn_of_a_role_with_a_name_holds_it() => Assert.Equal(Arns.Role(s_names.Account, "keeper"), await Shown(() => Role("keeper").Arn));

    [Fact]
    public async Task A_databases_address_names_it_and_its_region() => Assert.Equal(
        "mine.${aws:rds/instance:Instance::database.id}.us-west-2.rds.amazonaws.com", await Shown(() => Database("mine").Address));

    [Fact]
    public async Task An_arn_is_in_the_region_of_its_resource() => Assert.Equal(
        Arns.BackupVault("eu-west-1", s_names.Account, "mine"),
        await Shown(() => new Pulumi.Aws.Backup.Vault("vault", new() { Name = "mine", Region = "eu-west-1" }).Arn));

    [Fact]
    public async Task An_id_stays_a_token_that_says_whose_it_is() =>
        Assert.Equal("${sample:index:Volume::source.id}", await Shown(() => new Volume("source").Id));

    [Fact]
    public async Task A_token_survives_in_a_text() => Assert.Equal(
        "a ${sample:index:Volume::source.id} b", await Shown(() => Output.Format($"a {new Volume("source").Id} b")));

    [Fact]
    public async Task A_token_is_replaced_in_a_text_in_json() => Assert.Equal(
        """{"role":"arn:aws:iam::111122223333:role/keeper"}""",
        await Shown(() => Output.JsonSerialize(Output.Create(new Dictionary<string, Output<string>> { ["role"] = Role("keeper").Arn }))));

    [Fact]
    public async Task An_output_that_repeats_an_input_is_the_input() =>
        Assert.Equal("a", await Shown(() => new Volume("source", new() { Label = "a" }).Label));

    [Fact]
    public async Task An_output_that_repeats_the_output_of_another_resource_is_followed() => Assert.Equal(
        Arns.Role(s_names.Account, "keeper"), await Shown(() => new Volume("source", new() { Label = Role("keeper").Arn }).Label));

    [Fact]
    public async Task The_region_of_a_resource_is_that_of_its_provider() => Assert.Equal(
        "eu-west-1",
        await Shown(() => new Bucket("data", new(), new()
        {
            Provider = new Pulumi.Aws.Provider("somewhere", new() { Region = "eu-west-1" }, (CustomResourceOptions?)null),
        }).Region));

    private static async Task<string> Shown(Func<Output<string>> output) =>
        (await Evaluated.Resource("taker", () => _ = new Volume("taker", new() { Label = output() }))).Text("label");

    private static Role Role(string? name) => new("backup", new() { Name = name!, AssumeRolePolicy = "{}" });

    private static Instance Database(string identifier) => new("database", new() { Identifier = identifier, InstanceClass = "db.r6g.large" });
}
