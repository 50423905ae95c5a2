using Xunit;

namespace MlTa.Tests.Drills.Runners;

public sealed class RestorePointTests : IDisposable
{
    private const string Older = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-older";
    private const string Newer = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-newer";
    private const string Unfinished = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-unfinished";
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task The_newest_is_the_one_with_the_newest_data_and_not_the_one_that_was_copied_last()
    {
        Vault((Newer, "COMPLETED"), (Older, "COMPLETED"));
        Snapshots((Older, "2026-11-21T05:10:00Z", "2026-11-23T01:00:00Z"), (Newer, "2026-11-22T05:10:00.987+00:00", "2026-11-22T09:00:00Z"));

        var chosen = await ChooseAsync();

        Assert.Equal((0, $"restore.recoveryPoint={Newer}\nrestore.time=2026-11-22T05:10:00Z\n", ""), (chosen.ExitCode, chosen.Output, chosen.Errors));
        Assert.Equal(
            [
                "aws backup list-recovery-points-by-backup-vault --backup-vault-name ml-ta-eu-west-1 --by-resource-type RDS --region eu-west-1 --output json",
                "aws rds describe-db-snapshots --snapshot-type awsbackup --region eu-west-1 --output json",
            ],
            _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task What_is_unfinished_outside_of_the_vault_or_of_no_known_time_is_not_chosen()
    {
        Vault((Older, "COMPLETED"), (Unfinished, "CREATING"), ("arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:timeless", "COMPLETED"));
        Snapshots(
            (Older, "2026-11-21T05:10:00Z", "2026-11-21T09:00:00Z"),
            (Unfinished, "2026-11-22T05:10:00Z", "2026-11-22T09:00:00Z"),
            (Newer, "2026-11-22T05:10:00Z", "2026-11-22T09:00:00Z"),
            ("arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:timeless", null, "2026-11-22T09:00:00Z"));

        Assert.Equal($"restore.recoveryPoint={Older}\nrestore.time=2026-11-21T05:10:00Z\n", (await ChooseAsync()).Output);
    }

    [NeedsRunnerTools]
    public async Task A_given_one_is_looked_up_for_its_time()
    {
        Snapshots((Older, "2026-11-21T05:10:00Z", "2026-11-23T01:00:00Z"), (Newer, "2026-11-22T05:10:00Z", "2026-11-22T09:00:00Z"));

        var chosen = await ChooseAsync("--recovery-point", Older);
        var unknown = await ChooseAsync("--recovery-point", Unfinished);

        Assert.Equal($"restore.recoveryPoint={Older}\nrestore.time=2026-11-21T05:10:00Z\n", chosen.Output);
        Assert.Equal(
            (1, "", $"choose-restore-point.sh: nothing to restore: {Unfinished} is no available snapshot of AWS Backup in eu-west-1\n"),
            (unknown.ExitCode, unknown.Output, unknown.Errors));
    }

    [NeedsRunnerTools]
    public async Task Point_in_time_is_of_the_other_regions_database()
    {
        _project.Says("aws rds describe-db-instance-automated-backups --region eu-west-1", RestorePoints.AutomatedBackups(
            ("eu-west-1", "ab-own", "2026-11-23T05:00:00Z"), ("us-west-2", "ab-old", "2026-11-01T04:00:00Z"),
            ("us-west-2", "ab-new", "2026-11-23T04:00:00Z"), ("us-west-2", "ab-first", null)));

        Assert.Equal(
            "restore.automatedBackupsArn=arn:aws:rds:us-east-1:111122223333:auto-backup:ab-new\nrestore.time=2026-11-23T04:00:00Z\n",
            (await ChooseAsync("--point-in-time")).Output);
    }

    [NeedsRunnerTools]
    public async Task A_region_without_automated_backups_of_another_has_nothing_to_restore()
    {
        _project.Says("aws rds describe-db-instance-automated-backups", RestorePoints.AutomatedBackups(("eu-west-1", "ab-own", "2026-11-23T05:00:00Z")));

        var chosen = await ChooseAsync("--point-in-time");

        Assert.Equal(
            (1, "", "choose-restore-point.sh: nothing to restore: no automated backups of another region's ml-ta-... are in eu-west-1: only the standby's region keeps them\n"),
            (chosen.ExitCode, chosen.Output, chosen.Errors));
    }

    [NeedsRunnerTools]
    public async Task A_time_of_another_zone_is_not_taken_for_one_in_UTC()
    {
        Vault((Newer, "COMPLETED"));
        Snapshots((Newer, "2026-11-22T05:10:00+02:00", "2026-11-22T09:00:00Z"));

        var chosen = await ChooseAsync();

        Assert.Equal((1, ""), (chosen.ExitCode, chosen.Output));
        Assert.Contains("not a time in UTC: 2026-11-22T05:10:00+02:00", chosen.Errors, StringComparison.Ordinal);
        Assert.EndsWith(
            "choose-restore-point.sh: the snapshots of AWS Backup in eu-west-1 could not be listed or are not what was expected, so nothing is chosen\n",
            chosen.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task An_answer_that_is_none_chooses_nothing()
    {
        using var vault = new RunnerProject().Says("aws backup", "{");
        using var backups = new RunnerProject().On("aws rds", "exit 254");

        var ofVault = await vault.RunAsync("choose-restore-point.sh", "--region", "eu-west-1", "--account", "111122223333", "--prefix", "ml-ta");
        var ofBackups = await backups.RunAsync(
            "choose-restore-point.sh", "--region", "us-east-1", "--account", "111122223333", "--prefix", "ml-ta", "--point-in-time");

        Assert.Equal((1, ""), (ofVault.ExitCode, ofVault.Output));
        Assert.Contains("choose-restore-point.sh: the recovery points of the vault ml-ta-eu-west-1 in eu-west-1 could not be listed", ofVault.Errors, StringComparison.Ordinal);
        Assert.Equal((1, ""), (ofBackups.ExitCode, ofBackups.Output));
        Assert.Contains("choose-restore-point.sh: the automated backups in us-east-1 could not be listed", ofBackups.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task The_newest_is_of_a_database_of_ours_and_a_given_one_of_any()
    {
        Vault((Newer, "COMPLETED"));
        _project.Says("aws rds describe-db-snapshots", RestorePoints.SnapshotsOf("somebody-elses", (Newer, "2026-11-22T05:10:00Z", "2026-11-22T09:00:00Z")));

        var newest = await ChooseAsync();
        var given = await ChooseAsync("--recovery-point", Newer);

        Assert.Equal(
            (1, "choose-restore-point.sh: nothing to restore: the vault ml-ta-eu-west-1 in eu-west-1 has no finished copy of a database ml-ta-...\n"),
            (newest.ExitCode, newest.Errors));
        Assert.Equal($"restore.recoveryPoint={Newer}\nrestore.time=2026-11-22T05:10:00Z\n", given.Output);
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var chosen = await _project.RunAsync(
            "choose-restore-point.sh", "--region", "ireland", "--account", "1", "--prefix", "ML", "--recovery-point", "arn:aws:rds:eu-west-1:1:db:x", "--newest", "--now");

        Assert.Equal(2, chosen.ExitCode);
        Assert.StartsWith("""
            choose-restore-point.sh: expected one of --newest, --recovery-point and --point-in-time, got --recovery-point and --newest
            choose-restore-point.sh: unknown argument '--now'
            choose-restore-point.sh: --region: expected a region such as eu-west-1, got 'ireland'
            choose-restore-point.sh: --account: expected 12 digits, got '1'
            choose-restore-point.sh: --prefix: expected small letters, digits and hyphens, got 'ML'
            Chooses what
            """, chosen.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task Another_accounts_snapshot_is_refused()
    {
        var chosen = await ChooseAsync("--recovery-point", "arn:aws:rds:eu-west-1:444455556666:snapshot:awsbackup:x");

        Assert.Equal(2, chosen.ExitCode);
        Assert.StartsWith(
            "choose-restore-point.sh: --recovery-point: expected a snapshot's ARN, arn:aws:rds:eu-west-1:111122223333:snapshot:..., got 'arn:aws:rds:eu-west-1:444455556666:",
            chosen.Errors, StringComparison.Ordinal);
    }

    private void Vault(params (string, string)[] points) => _project.Says("aws backup list-recovery-points-by-backup-vault", RestorePoints.Vault(points));

    private void Snapshots(params (string, string?, string)[] snapshots) => _project.Says("aws rds describe-db-snapshots", RestorePoints.Snapshots(snapshots));

    private Task<RunnerResult> ChooseAsync(params string[] source) => _project.RunAsync(
        "choose-restore-point.sh", ["--region", "eu-west-1", "--account", "111122223333", "--prefix", "ml-ta", .. source]);
}
