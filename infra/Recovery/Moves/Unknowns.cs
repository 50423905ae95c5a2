namespace MlTa.Recovery.Moves;

/// <summary>
/// Values that are only known on the day. A plan is evaluated with these, which are valid and mean nothing, and shows people what to put in their
/// place.
/// </summary>
public static class Unknowns
{
    public const string Stamp = "20000101-0000";
    public const string Time = "2000-01-01T00:00:00Z";

    private const string RecoveryPoint = "awsbackup:job-00000000-0000-0000-0000-000000000000";

    private static readonly (string Value, string Shown)[] s_shown =
    [
        (Stamp, "YYYYMMDD-HHMM"),
        (Time, "YYYY-MM-DDThh:mm:ssZ"),
        (RecoveryPoint, "NEWEST-RECOVERY-POINT"),
    ];

    /// <summary>The ARN of the newest recovery point that a region has a copy of.</summary>
    public static string RecoveryPointArn(string region, string account) => $"arn:aws:rds:{region}:{account}:snapshot:{RecoveryPoint}";

    /// <summary>The text with what a person has to fill in.</summary>
    public static string Show(string text) => s_shown.Aggregate(text, (shown, unknown) => shown.Replace(unknown.Value, unknown.Shown, StringComparison.Ordinal));
}
