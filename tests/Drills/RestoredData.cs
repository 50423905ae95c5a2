namespace MlTa.Tests.Drills;

/// <summary>What a restore to 03:05 leaves, six minutes before the disaster, and the variables that say so.</summary>
internal static class RestoredData
{
    public const string RestorePoint = "2026-11-23T03:05:00Z";

    public const string DisasterAt = "2026-11-23T03:10:00Z";

    /// <summary>Three symbols with one record a minute until 03:04, and a trade an hour until 03:00.</summary>
    public const string Good = """
        CREATE TABLE trading_data (id bigint, created_at timestamptz);
        CREATE TABLE market_data (symbol text, "timestamp" timestamptz, price numeric(10,2));
        INSERT INTO trading_data
          SELECT 1, generate_series('2026-11-22T00:00:00Z'::timestamptz, '2026-11-23T03:00:00Z', INTERVAL '1 hour');
        INSERT INTO market_data
          SELECT symbol, minute, 1
            FROM unnest(ARRAY['BTC', 'ETH', 'SOL']) AS symbol,
                 generate_series('2026-11-23T01:00:00Z'::timestamptz, '2026-11-23T03:04:00Z', INTERVAL '1 minute') AS minute;

        """;

    public static IEnumerable<(string Name, string Value)> Environment(string url, params IEnumerable<(string Name, string Value)> different) =>
    [
        ("DATABASE_URL", url),
        ("RESTORE_POINT", RestorePoint),
        ("DISASTER_AT", DisasterAt),
        ("MAXIMUM_DATA_LOSS_MINUTES", "15"),
        ("ATTEMPTS", "1"),
        .. different,
    ];
}
