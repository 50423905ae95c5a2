using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>database.sh on data that is right, and on data with just one thing wrong.</summary>
[Collection(nameof(PostgresTests))]
public sealed class DatabaseDataTests(PostgresServer server)
{
    private const string Newest = "newest of trading_data 2026-11-23T03:00:00Z, of market_data 2026-11-23T03:04:00Z";

    [NeedsPostgres]
    public async Task Good_data_passes()
    {
        var results = await CheckAsync("");

        Assert.Equal((0, $$"""
            {"check":"writable","passed":true,"measured":null,"limit":null,"unit":"","detail":"a table was made, written to and taken back"}
            {"check":"schema","passed":true,"measured":0,"limit":0,"unit":"differences","detail":"all columns of the manifest are there: 3"}
            {"check":"row-counts","passed":true,"measured":0,"limit":0,"unit":"tables","detail":"market_data has at least 60 rows; trading_data has at least 1 rows"}
            {"check":"recent-rows","passed":true,"measured":24,"limit":1,"unit":"rows","detail":"trading_data from 2026-11-22T04:00:00Z to 2026-11-23T03:00:00Z, expected at least one record in the 24 hours before 2026-11-23T03:05:00Z"}
            {"check":"gaps","passed":true,"measured":0,"limit":0,"unit":"symbols","detail":"symbols of the last 24 hours, each with a record in each of the last 60 minutes: 3"}
            {"check":"recovery-point","passed":true,"measured":6.00,"limit":15,"unit":"minutes","detail":"within 15 minutes of 2026-11-23T03:10:00Z, 60 seconds earlier than the restore point: {{Newest}}"}

            """), (results.ExitCode, results.Output));
    }

    [NeedsPostgres]
    public async Task Empty_tables_are_not_a_restore() => Fails(
        await CheckAsync("TRUNCATE trading_data, market_data"),
        "row-counts: market_data has 0 rows, expected at least 60; trading_data has 0 rows, expected at least 1",
        "recent-rows: trading_data has no record in the 24 hours before 2026-11-23T03:05:00Z",
        "gaps: market_data has no record in the 24 hours before 2026-11-23T03:05:00Z",
        "recovery-point: there is no record");

    [NeedsPostgres]
    public async Task One_missing_record_is_a_gap() => Fails(
        await CheckAsync("""DELETE FROM market_data WHERE symbol = 'ETH' AND "timestamp" = '2026-11-23T02:30:00Z'"""),
        "gaps: symbols that have not a record in each of the last 60 minutes, and in how many they have: ETH 59");

    /// <summary>As many records as an hour has minutes, and half of the hour is missing.</summary>
    [NeedsPostgres]
    public async Task Two_records_a_minute_do_not_fill_a_gap() => Fails(
        await CheckAsync("""
            DELETE FROM market_data WHERE symbol = 'ETH' AND "timestamp" >= '2026-11-23T02:35:00Z';
            INSERT INTO market_data SELECT symbol, "timestamp" + INTERVAL '30 seconds', 1 FROM market_data WHERE symbol = 'ETH' AND "timestamp" >= '2026-11-23T02:05:00Z'
            """),
        "gaps: symbols that have not a record in each of the last 60 minutes, and in how many they have: ETH 30");

    /// <summary>The plan's query groups the last hour's records, and so knows nothing of it.</summary>
    [NeedsPostgres]
    public async Task A_symbol_that_has_vanished_is_a_gap() => Fails(
        await CheckAsync("""DELETE FROM market_data WHERE symbol = 'ETH' AND "timestamp" >= '2026-11-23T02:00:00Z'"""),
        "gaps: symbols that have not a record in each of the last 60 minutes, and in how many they have: ETH 0");

    [NeedsPostgres]
    public async Task A_symbol_of_before_the_last_day_is_not_expected() => Passes(
        await CheckAsync("INSERT INTO market_data VALUES ('OLD', '2026-11-22T03:04:59Z', 1)"));

    [NeedsPostgres]
    public async Task Of_many_gaps_the_first_ten_are_named() => Fails(
        await CheckAsync("INSERT INTO market_data SELECT 'S' || number, '2026-11-23T03:00:00Z', 1 FROM generate_series(11, 22) AS number"),
        "gaps: symbols that have not a record in each of the last 60 minutes, and in how many they have: S11 1, S12 1, S13 1, S14 1, S15 1, S16 1, S17 1, S18 1, S19 1, S20 1 and 2 more");

    /// <summary>The record of 03:05 comes only when that minute is over.</summary>
    [NeedsPostgres]
    public async Task The_minute_that_has_begun_is_no_gap() => Passes(await CheckAsync("", ("RESTORE_POINT", "2026-11-23T03:05:30Z")));

    [NeedsPostgres]
    public async Task A_name_with_quotes_or_of_another_script_does_not_break_the_line() => Fails(
        await CheckAsync("""INSERT INTO market_data VALUES ('a"b\c','2026-11-23T03:00:00Z', 1), ('Ω', '2026-11-23T03:00:00Z', 1)"""),
        """gaps: symbols that have not a record in each of the last 60 minutes, and in how many they have: a"b\c 1, Ω 1""");

    [NeedsPostgres]
    public async Task Stale_data_is_not_the_last_day() => Fails(
        await CheckAsync("""
            UPDATE trading_data SET created_at = created_at - INTERVAL '2 days';
            UPDATE market_data SET "timestamp" = "timestamp" - INTERVAL '2 days'
            """),
        "recent-rows: trading_data has no record in the 24 hours before 2026-11-23T03:05:00Z",
        "gaps: market_data has no record in the 24 hours before 2026-11-23T03:05:00Z",
        "recovery-point: more than 15 minutes before 2026-11-23T03:10:00Z: newest of trading_data 2026-11-21T03:00:00Z, of market_data 2026-11-21T03:04:00Z");

    [NeedsPostgres]
    public async Task A_record_of_after_the_restore_point_shows_that_it_is_wrong() => Fails(
        await CheckAsync("INSERT INTO trading_data VALUES (1, '2026-11-23T03:05:01Z')"),
        "recovery-point: 1 seconds later than the restore point 2026-11-23T03:05:00Z, expected less than 1, so that is wrong: newest of trading_data 2026-11-23T03:05:01Z, of market_data 2026-11-23T03:04:00Z");

    [NeedsPostgres]
    public async Task Such_a_record_does_not_stand_for_the_day_before() => Fails(
        await CheckAsync("TRUNCATE trading_data; INSERT INTO trading_data VALUES (1, '2026-11-23T03:05:01Z')"),
        "recent-rows: trading_data has no record in the 24 hours before 2026-11-23T03:05:00Z",
        "recovery-point: 1 seconds later than the restore point 2026-11-23T03:05:00Z, expected less than 1, so that is wrong: newest of trading_data 2026-11-23T03:05:01Z, of market_data 2026-11-23T03:04:00Z");

    [NeedsPostgres]
    public async Task The_restore_point_is_a_whole_second() => Passes(await CheckAsync("INSERT INTO trading_data VALUES (1, '2026-11-23T03:05:00.999Z')"));

    /// <summary>A snapshot is cut some time after the instant by which it is known.</summary>
    [NeedsPostgres]
    public async Task A_record_within_the_tolerance_passes_and_is_told()
    {
        (string, string)[] different = [("RESTORE_POINT_TOLERANCE_SECONDS", "600"), ("DISASTER_AT", "2026-11-23T03:20:00Z")];
        var within = await CheckAsync("INSERT INTO trading_data VALUES (1, '2026-11-23T03:14:59Z')", different);

        Passes(within);
        Assert.StartsWith("within 15 minutes of 2026-11-23T03:20:00Z, 599 seconds later than the restore point: ", within.Of("recovery-point").Detail, StringComparison.Ordinal);
        Fails(
            await CheckAsync("INSERT INTO trading_data VALUES (1, '2026-11-23T03:15:00Z')", different),
            "recovery-point: 600 seconds later than the restore point 2026-11-23T03:05:00Z, expected less than 600, so that is wrong: newest of trading_data 2026-11-23T03:15:00Z, of market_data 2026-11-23T03:04:00Z");
    }

    [NeedsPostgres]
    public async Task A_record_of_after_the_disaster_is_no_loss_below_nothing() => Fails(
        await CheckAsync("", ("DISASTER_AT", "2026-11-23T03:03:00Z")),
        $"recovery-point: later than the disaster at 2026-11-23T03:03:00Z: {Newest}");

    [NeedsPostgres]
    public async Task A_loss_of_just_the_limit_passes()
    {
        var results = await CheckAsync("", ("MAXIMUM_DATA_LOSS_MINUTES", "6"));

        Passes(results);
        Assert.Equal((6m, 6m), (results.Of("recovery-point").Measured, results.Of("recovery-point").Limit));
    }

    [NeedsPostgres]
    public async Task A_loss_of_a_second_more_fails()
    {
        var results = await CheckAsync("", ("MAXIMUM_DATA_LOSS_MINUTES", "6"), ("DISASTER_AT", "2026-11-23T03:10:01Z"));

        Fails(results, $"recovery-point: more than 6 minutes before 2026-11-23T03:10:01Z: {Newest}");
        Assert.Equal(6.02m, results.Of("recovery-point").Measured);
    }

    private static void Passes(CheckResults results) => results.ShouldPass(DatabaseChecks.All);

    private static void Fails(CheckResults results, params string[] failures) => results.ShouldFail(DatabaseChecks.All, failures);

    /// <param name="damage">SQL, after which the data is no longer as it should be.</param>
    /// <param name="different">Variables that are not as usual.</param>
    private async Task<CheckResults> CheckAsync(string damage, params (string Name, string Value)[] different) =>
        await DatabaseChecks.RunAsync(server, await server.RestoreAsync(RestoredData.Good + damage), different);
}
