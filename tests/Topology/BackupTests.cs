using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class BackupTests
{
    private const string PlanType = "aws:backup/plan:Plan";
    private const string LockType = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    [Fact]
    public async Task A_daily_recovery_point_is_copied_to_both_other_regions()
    {
        var rule = Assert.Single((await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Of(PlanType)[0].Inputs["rules"].Items());

        Assert.Equal("cron(0 5 * * ? *)", rule["schedule"]!.GetValue<string>());
        Assert.Equal("ml-ta-us-west-2", rule["targetVaultName"]!.GetValue<string>());
        Assert.Equal(
            ["arn:aws:backup:us-east-1:111122223333:backup-vault:ml-ta-us-east-1", "arn:aws:backup:eu-west-1:111122223333:backup-vault:ml-ta-eu-west-1"],
            rule["copyActions"].Items().Select(copy => copy["destinationVaultArn"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_copy_has_an_end_of_its_own_and_rds_gets_no_cold_storage()
    {
        var rule = (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Of(PlanType)[0].Inputs["rules"].Items()[0];

        Assert.Equal("""{"deleteAfter":35}""", rule["lifecycle"]!.ToJsonString());
        Assert.All(rule["copyActions"].Items(), copy => Assert.Equal("""{"deleteAfter":35}""", copy["lifecycle"]!.ToJsonString()));
        Assert.Null(rule["enableContinuousBackup"]);
    }

    [Fact]
    public async Task The_plan_selects_the_database_by_the_tag_that_it_carries()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var tag = Assert.Single(Assert.Single(graph.Of("aws:backup/selection:Selection")).Inputs["selectionTags"].Items());
        var database = Assert.Single(graph.Of("aws:rds/instance:Instance"));

        Assert.Equal("STRINGEQUALS", tag["type"]!.GetValue<string>());
        Assert.Equal(tag["value"]!.GetValue<string>(), database.Inputs["tags"]![tag["key"]!.GetValue<string>()]!.GetValue<string>());
    }

    [Theory]
    [InlineData("primary", true)]
    [InlineData("secondary", false)]
    [InlineData("backup", false)]
    public async Task Only_the_active_stack_backs_up(string stack, bool backsUp)
    {
        var graph = (await DeclaredStacks.AllAsync()).Single(graph => graph.Stack == stack);

        Assert.Equal(backsUp, graph.Resources.Any(resource => resource.Type == PlanType));
    }

    [Fact]
    public async Task After_a_failover_the_new_region_backs_up_to_both_others()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });
        var rule = Assert.Single(Assert.Single(graph.Of(PlanType)).Inputs["rules"].Items());

        Assert.Equal(
            ["us-west-2", "eu-west-1"],
            rule["copyActions"].Items().Select(copy => copy["destinationVaultArn"]!.GetValue<string>().Split(':')[3]));
    }

    [Fact]
    public async Task Every_region_has_a_named_vault_with_its_own_key()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var vault = Assert.Single(graph.Of("aws:backup/vault:Vault"));

            Assert.Equal($"ml-ta-{graph.Region}", vault.Text("name"));
            Assert.StartsWith($"arn:aws:kms:{graph.Region}:111122223333:key/", vault.Text("kmsKeyArn"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_governance_lock_has_no_date_after_which_it_is_final()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var vaultLock = Assert.Single(graph.Of(LockType));

            Assert.Equal(7, vaultLock.Inputs["minRetentionDays"]!.GetValue<long>());
            Assert.Equal(365, vaultLock.Inputs["maxRetentionDays"]!.GetValue<long>());
            Assert.Null(vaultLock.Inputs["changeableForDays"]);
            Assert.True(vaultLock.DeleteBeforeReplace);
        }
    }

    [Fact]
    public async Task A_compliance_lock_has_one()
    {
        var compliance = CommittedStacks.Backup.Backup.Lock with { Mode = LockMode.Compliance, ChangeableForDays = 3 };
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Backup with { Backup = CommittedStacks.Backup.Backup with { Lock = compliance } });

        Assert.Equal(3, graph.Of(LockType)[0].Inputs["changeableForDays"]!.GetValue<long>());
    }

    [Fact]
    public async Task Nobody_but_the_break_glass_role_deletes_a_recovery_point()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var statement = Assert.Single(Assert.Single(graph.Of("aws:backup/vaultPolicy:VaultPolicy")).Statements("policy"));

            Assert.Equal("Deny", statement.GetProperty("Effect").GetString());
            // The last two, so that the policy cannot be lifted first. Not among them: copying into the vault.
            Assert.Equal(
                ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVault", "backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy"],
                statement.GetProperty("Action").TextList());
            Assert.Equal(
                ["arn:aws:iam::111122223333:role/ml-ta-break-glass"],
                statement.GetProperty("Condition").GetProperty("ArnNotEquals").GetProperty("aws:PrincipalArn").TextList());
        }
    }

    [Fact]
    public async Task Regions_that_receive_copies_restore_one_regularly_in_their_own_subnets()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Secondary, CommittedStacks.Backup])
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var plan = Assert.Single(graph.Of("aws:backup/restoreTestingPlan:RestoreTestingPlan"));
            var selection = Assert.Single(graph.Of("aws:backup/restoreTestingSelection:RestoreTestingSelection"));

            Assert.Equal($"ml_ta_{settings.Region.Replace('-', '_')}", plan.Text("name"));
            Assert.Equal($"[\"{settings.Names.VaultArn}\"]", plan.Inputs["recoveryPointSelection"]!["includeVaults"]!.ToJsonString());
            Assert.Equal("RDS", selection.Text("protectedResourceType"));
            Assert.Equal("ml-ta-database", selection.Inputs["restoreMetadataOverrides"]!["dbSubnetGroupName"]!.GetValue<string>());
            Assert.Equal("""["${aws:ec2/securityGroup:SecurityGroup::database.id}"]""", selection.Inputs["restoreMetadataOverrides"]!["vpcSecurityGroupIds"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Aws_backup_is_allowed_to_handle_databases_in_every_region()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.True(Assert.Single(graph.Of("aws:backup/regionSettings:RegionSettings")).Inputs["resourceTypeOptInPreference"]!["RDS"]!.GetValue<bool>());
        }
    }
}
