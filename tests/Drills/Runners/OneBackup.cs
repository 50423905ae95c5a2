namespace MlTa.Tests.Drills.Runners;

/// <summary>A region with one backup, in which a drill can be made.</summary>
internal static class OneBackup
{
    public const string Copy = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-1";
    public const string GoodCheck = """{"check":"row-counts","passed":true,"measured":5,"limit":1,"unit":"rows","detail":"5 rows"}""";

    public static RunnerProject Project() => new RunnerProject()
        .On("pulumi stack ls", """[ -e "$FOLDER/made" ] && echo '[{"name":"dr-test-7"}]' || echo '[]'""")
        .On("pulumi stack init dr-test-7", """
            touch "$FOLDER/made"
            echo 'encryptedkey: AAAA' >> Pulumi.dr-test-7.yaml
            """)
        .On("pulumi stack rm", """rm "$FOLDER/made" """)
        .On("kubectl delete pod", """touch "$FOLDER/killed" """)
        .On("kubectl get pods", """
            [ -e "$FOLDER/killed" ] && uid=new || uid=old
            echo "{\"items\":[{\"metadata\":{\"uid\":\"$uid\"},\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}]}"
            """)
        .Says("aws backup list-recovery-points-by-backup-vault --backup-vault-name ml-ta-eu-west-1", RestorePoints.Vault((Copy, "COMPLETED")))
        .Says("aws rds describe-db-snapshots", RestorePoints.Snapshots((Copy, "2026-11-22T05:10:00.123Z", "2026-11-22T09:00:00Z")));
}
