using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>database.sh on databases that are there and take no writes, and on one that does.</summary>
[Collection(nameof(PostgresTests))]
public sealed class DatabaseWritableTests(PostgresServer server)
{
    /// <summary>What no option of the checks may hide.</summary>
    [NeedsPostgres]
    public async Task A_database_that_is_read_only_by_default_is_not_writable() => Fails(
        await CheckAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$"),
        "writable: cannot execute CREATE TABLE in a read-only transaction");

    [NeedsPostgres]
    public async Task A_user_without_rights_cannot_write() => Fails(
        await CheckAsync("REVOKE CREATE ON SCHEMA public FROM pg_database_owner"),
        "writable: permission denied for schema public");

    [NeedsPostgres]
    public async Task What_was_written_is_taken_back()
    {
        var database = await server.RestoreAsync(RestoredData.Good);
        using var folder = DatabaseChecks.Folder(server)
            .With("gaps.sql", "SELECT row_to_json(r) FROM (SELECT 'gaps' AS check, true AS passed, count(*) AS measured, 2 AS limit, 'tables' AS unit, '' AS detail FROM pg_tables WHERE schemaname = 'public') AS r;");

        var results = await folder.RunAsync("database.sh", RestoredData.Environment(server.Url(database)));

        Assert.Empty(results.Failures);
        Assert.Equal(2m, results.Of("gaps").Measured);
    }

    private static void Fails(CheckResults results, params string[] failures) => results.ShouldFail(DatabaseChecks.All, failures);

    private async Task<CheckResults> CheckAsync(string damage) => await DatabaseChecks.RunAsync(server, await server.RestoreAsync(RestoredData.Good + damage));
}
