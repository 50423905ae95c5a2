using MlTa.Recovery.Moves;

namespace MlTa.Commands.Runbooks;

/// <summary>What has to be true before anybody says that the service is back.</summary>
internal static class Checks
{
    /// <summary>
    /// A market with one record a minute has sixty in an hour. The symbols are those of the last day: among the hour's own records, one that has
    /// vanished would not be missed.
    /// </summary>
    private static readonly string[] s_gaps =
    [
        "-- Symbols with gaps: fewer than 60 records in the last full hour. One that has vanished has 0.",
        "SELECT symbol, count(*) FILTER (WHERE \"timestamp\" >= :moment - INTERVAL '1 hour') AS records, max(\"timestamp\") AS newest",
        "  FROM market_data",
        " WHERE \"timestamp\" >= :moment - INTERVAL '24 hours' AND \"timestamp\" < :moment",
        " GROUP BY symbol",
        "HAVING count(*) FILTER (WHERE \"timestamp\" >= :moment - INTERVAL '1 hour') < 60",
        " ORDER BY records, symbol;",
    ];

    private static readonly string[] s_newest =
    [
        "-- The last day: how much there is, and how old the newest of it is.",
        "SELECT count(*) AS records, max(created_at) AS newest, min(created_at) AS oldest, :moment - max(created_at) AS lost",
        "  FROM trading_data",
        " WHERE created_at >= :moment - INTERVAL '24 hours' AND created_at < :moment;",
    ];

    public static void Write(Markdown text, Estate estate)
    {
        var active = estate.Active!;
        text.NewPage()
            .Heading(2, "Checklist after a recovery")
            .Checklist(
            [
                $"All four checks are good on the dashboard: API, database, Redis, models. `curl -fsS https://{active.Hosts.Api}/health/active` answers 200.",
                "The database answers, and its slowest queries are as slow as before (Performance Insights).",
                "Predictions for known inputs are within the normal range: the ML team compares a sample.",
                "Real-time data comes in: the second query below finds no gap after the recovery.",
                "A user can log in, and one without rights cannot.",
                "Alarms are good or explained, and a test message reaches the pager.",
                "Backups run again: a job has started in AWS Backup, and the next copies are scheduled.",
                "Latency and errors are within what they were a day before.",
                "Exactly one region writes: in every other one the workers are at 0.",
                "Which models the database names and the bucket lacks: their objects may come up to 15 minutes later, or never; retrain or fetch them from the other region.",
                "Orders and signals that were in flight are reconciled: what clients sent and the database lacks is replayed, and nothing twice.",
            ])
            .Heading(2, "Is the data right?")
            .Paragraph("Put the moment of the loss, or of the restore, in the place of now: `psql -v moment=\"'2026-11-23T03:05:00Z'::timestamptz\"`.")
            .Code("sql", s_newest)
            .Code("sql", s_gaps)
            .Paragraph("What a drill checks, and in its way, one line for each: `DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/NAME?sslmode=require RESTORE_POINT=2026-11-23T03:05:00Z DISASTER_AT=2026-11-23T03:10:00Z MAXIMUM_DATA_LOSS_MINUTES=15 sh infra/Drills/Checks/database.sh`. It only reads.");
    }
}
