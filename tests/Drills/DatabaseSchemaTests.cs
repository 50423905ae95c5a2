using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>database.sh on tables that are not those of the manifest, and with other manifests and queries.</summary>
[Collection(nameof(PostgresTests))]
public sealed class DatabaseSchemaTests(PostgresServer server)
{
    [NeedsPostgres]
    public async Task A_missing_table_fails_every_check_that_needs_it() => Fails(
        await CheckAsync("DROP TABLE market_data", _ => { }),
        "schema: table market_data is missing",
        "row-counts: table market_data is missing",
        "gaps: relation \"market_data\" does not exist",
        "recovery-point: relation \"market_data\" does not exist");

    [NeedsPostgres]
    public async Task A_missing_column_fails_every_check_that_needs_it() => Fails(
        await CheckAsync("ALTER TABLE trading_data DROP COLUMN created_at", _ => { }),
        "schema: column trading_data.created_at is missing",
        "recent-rows: column \"created_at\" does not exist",
        "recovery-point: column \"created_at\" does not exist");

    [NeedsPostgres]
    public async Task A_column_of_another_type_is_named() => Fails(
        await CheckAsync("ALTER TABLE trading_data ALTER created_at TYPE timestamp", _ => { }),
        "schema: column trading_data.created_at is timestamp without time zone, expected timestamp with time zone");

    [NeedsPostgres]
    public async Task A_type_that_no_time_can_be_read_from_fails_what_reads_it()
    {
        var results = await CheckAsync("ALTER TABLE trading_data ALTER created_at TYPE text", _ => { });

        Assert.Equal("column trading_data.created_at is text, expected timestamp with time zone", results.Of("schema").Detail);
        Assert.Equal(["schema", "recent-rows", "recovery-point"], results.Lines.Where(line => !line.Passed).Select(line => line.Check));
        Assert.Equal((1, 6), (results.ExitCode, results.Lines.Count));
    }

    [NeedsPostgres]
    public async Task Too_few_rows_are_counted() => Fails(
        await CheckAsync("", folder => folder.With("manifest.csv", "trading_data,29,created_at,timestamptz\n")),
        "row-counts: trading_data has 28 rows, expected at least 29");

    [NeedsPostgres]
    public async Task A_manifest_takes_more_tables_and_the_other_names_of_types()
    {
        var results = await CheckAsync(
            "CREATE TABLE orders (id int8, paid numeric(12,2), note varchar(20)); INSERT INTO orders VALUES (1), (2)",
            folder => folder.With("manifest.csv", """
                # Ours.
                table,minimum_rows,column,type
                orders,2,id,int8
                orders,,paid,numeric(12,2)
                orders,,paid,numeric
                orders,,note,character varying(20)
                orders,,note,character varying

                trading_data,28,id,bigint

                """));

        Assert.Empty(results.Failures);
        Assert.Equal("orders has at least 2 rows; trading_data has at least 28 rows", results.Of("row-counts").Detail);
    }

    [NeedsPostgres]
    public async Task A_modifier_of_a_type_is_compared_where_the_manifest_has_one() => Fails(
        await CheckAsync("", folder => folder.With("manifest.csv", "market_data,,price,numeric(12,2)\n")),
        "schema: column market_data.price is numeric(10,2), expected numeric(12,2)");

    /// <summary>A line that is passed over would be a check that nobody misses.</summary>
    [NeedsPostgres]
    public async Task A_line_of_the_manifest_that_cannot_be_read_stops_all()
    {
        var results = await CheckAsync("", folder => folder.With("manifest.csv", "trading_data,1,created_at,timestamptz\norders, 1, id, bigint\n"));

        results.ShouldNotBeChecked(DatabaseChecks.All, "manifest.csv has lines that are not table,minimum_rows,column,type: 'orders, 1, id, bigint'");
    }

    [NeedsPostgres]
    public async Task An_empty_manifest_stops_all()
    {
        var results = await CheckAsync("", folder => folder.With("manifest.csv", "table,minimum_rows,column,type\n"));

        results.ShouldNotBeChecked(DatabaseChecks.All, "manifest.csv names no column");
    }

    [NeedsPostgres]
    public async Task No_check_can_change_the_data() => Fails(
        await CheckAsync("", folder => folder.With("gaps.sql", "DELETE FROM market_data;")),
        "gaps: cannot execute DELETE in a read-only transaction");

    [NeedsPostgres]
    public async Task A_query_that_answers_nothing_has_not_passed() => Fails(
        await CheckAsync("", folder => folder.With("gaps.sql", "SELECT 1 WHERE false;")),
        "gaps: the query answered nothing");

    [NeedsPostgres]
    public async Task A_query_that_takes_too_long_is_given_up_and_the_next_one_runs()
    {
        var results = await CheckAsync("", folder => folder.With("gaps.sql", "SELECT pg_sleep(30);"), ("QUERY_SECONDS", "1"));

        Assert.Equal(["gaps: could not be checked: canceling statement due to statement timeout"], results.Failures);
        Assert.Equal((2, 6), (results.ExitCode, results.Lines.Count));
    }

    private static void Fails(CheckResults results, params string[] failures) => results.ShouldFail(DatabaseChecks.All, failures);

    /// <param name="damage">SQL, after which the tables are no longer as they should be.</param>
    /// <param name="edit">What is different about the files.</param>
    /// <param name="different">Variables that are not as usual.</param>
    private async Task<CheckResults> CheckAsync(string damage, Action<CheckFolder> edit, params (string Name, string Value)[] different)
    {
        var database = await server.RestoreAsync(RestoredData.Good + damage);
        using var folder = DatabaseChecks.Folder(server);
        edit(folder);
        return await folder.RunAsync("database.sh", RestoredData.Environment(server.Url(database), different));
    }
}
