namespace MlTa.Tests.Drills;

/// <summary>database.sh with variables that it cannot use: it needs no server to say so.</summary>
public sealed class DatabaseInputTests
{
    private const string Url = "postgresql://ml_ta:secret@127.0.0.1:1/none";

    [NeedsShell]
    public async Task Without_psql_nothing_can_be_checked() => NothingChecked(await CheckAsync(), "psql is not installed here");

    /// <summary>Where it is not told which part is the password, nothing of it may be printed.</summary>
    [NeedsShell]
    public async Task A_password_that_is_not_encoded_is_not_printed()
    {
        foreach (var url in (string[])["", "127.0.0.1", "postgresql://ml_ta:se/cret@127.0.0.1:1/none", "postgresql://ml_ta:se@cret@127.0.0.1:1/none", "postgresql://ml_ta:se%cret@127.0.0.1:1/none"])
        {
            NothingChecked(await CheckAsync(("DATABASE_URL", url)), "DATABASE_URL is not of the form postgresql://USER:PASSWORD@HOST:PORT/NAME");
        }
    }

    [NeedsShell]
    public async Task Times_are_as_in_the_stack_files()
    {
        NothingChecked(await CheckAsync(("RESTORE_POINT", "yesterday")), "RESTORE_POINT is not a time like 2026-11-23T03:05:00Z: 'yesterday'");
        NothingChecked(await CheckAsync(("DISASTER_AT", "2026-11-23 03:10")), "DISASTER_AT is not a time like 2026-11-23T03:10:00Z: '2026-11-23 03:10'");
    }

    [NeedsShell]
    public async Task The_limit_is_a_number() =>
        NothingChecked(await CheckAsync(("MAXIMUM_DATA_LOSS_MINUTES", "15m")), "MAXIMUM_DATA_LOSS_MINUTES is not a whole number: '15m'");

    [NeedsShell]
    public async Task The_tolerance_is_a_number() =>
        NothingChecked(await CheckAsync(("RESTORE_POINT_TOLERANCE_SECONDS", "10m")), "RESTORE_POINT_TOLERANCE_SECONDS is not a whole number: '10m'");

    private static void NothingChecked(CheckResults results, string reason) => results.ShouldNotBeChecked(DatabaseChecks.All, reason);

    private static async Task<CheckResults> CheckAsync(params (string Name, string Value)[] different)
    {
        using var folder = new CheckFolder { Secrets = ["secret", "cret"] };
        return await folder.RunAsync("database.sh", RestoredData.Environment(Url, different));
    }
}
