namespace MlTa.Naming;

/// <summary>What the API answers about itself: the contract between the application and its recovery. 200 is good, 503 is not.</summary>
public static class HealthPaths
{
    /// <summary>The process runs. Depends on nothing else, so that a database's outage restarts nobody.</summary>
    public const string Live = "/health/live";

    /// <summary>Requests can be answered, reads at least: good on a standby.</summary>
    public const string Ready = "/health";

    /// <summary>The database is writable (<c>NOT pg_is_in_recovery()</c> and not read-only): good in one region at most.</summary>
    public const string Active = "/health/active";

    public const string Database = "/health/database";

    public const string Redis = "/health/redis";

    /// <summary>The current models are loaded.</summary>
    public const string Models = "/health/models";
}
