using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The databases that a stack has in its role, and those that it keeps in any.</summary>
internal static class DatabaseTopology
{
    public static DatabaseFoundation DeclareFoundation(DeclaredRegion region) => new("database", new()
    {
        Settings = region.Settings.Database,
        Network = region.Network,
        Names = region.Names,
        IsFenced = region.Settings.Role == Role.Fenced,
    }, region.Options);

    public static RegionDatabases Declare(DeclaredRegion region, DatabaseFoundation foundation)
    {
        var settings = region.Settings.Database;
        var databases = settings.Kept.ToDictionary(lineage => lineage.Generation, lineage => new Database($"database-kept-g{lineage.Generation}", new()
        {
            Settings = settings,
            Lineage = lineage,
            FollowedArn = null,
            IsKept = true,
            Names = region.Names,
            Foundation = foundation,
            KeyArn = region.KeyArn(KeyPurpose.Database),
            Password = region.Settings.DatabasePassword,
        }, region.Options));

        if (!region.Settings.HasDatabase)
        {
            return new(null, databases);
        }

        var current = DeclareCurrent(region, foundation, databases);
        databases.Add(settings.Generation, current);
        return new(current, databases);
    }

    /// <summary>Apart, because they wait for what writes, which waits for the database.</summary>
    /// <param name="region">The region.</param>
    /// <param name="databases">Its databases.</param>
    /// <param name="writers">What writes to them, where anything does.</param>
    public static void DeclareEmergencySnapshots(DeclaredRegion region, RegionDatabases databases, IReadOnlyList<Resource> writers)
    {
        foreach (var snapshot in region.Settings.Database.EmergencySnapshots)
        {
            new EmergencySnapshot($"emergency-{snapshot.Stamp}", new()
            {
                Names = region.Names,
                Stamp = snapshot.Stamp,
                Database = databases.ByGeneration[snapshot.Generation],
                Release = region.Settings.Database.Lineages.First(lineage => lineage.Generation == snapshot.Generation).Release,
                TakenAfter = writers,
            }, region.Options);
        }
    }

    private static Database DeclareCurrent(DeclaredRegion region, DatabaseFoundation foundation, Dictionary<int, Database> kept)
    {
        var settings = region.Settings;
        var followed = settings.Role == Role.Standby ? settings.Database.Source : null;
        var database = new Database("database", new()
        {
            Settings = settings.Database,
            Lineage = settings.Database.Lineage,
            FollowedArn = followed is null ? null : settings.ArnOf(followed),
            IsKept = false,
            RestoredFrom = settings.Database.RestoredFrom?.Generation is { } generation ? kept.GetValueOrDefault(generation) : null,
            Names = region.Names,
            Foundation = foundation,
            KeyArn = region.KeyArn(KeyPurpose.Database),
            Password = settings.DatabasePassword,
        }, region.Options);
        region.Outputs["databaseArn"] = database.Arn;
        region.Outputs["databaseAddress"] = database.Address;

        if (followed is not null)
        {
            // Named after its source: the copy of another lineage is another one, and this one stays where it is.
            new PointInTimeCopy($"point-in-time-copy-g{followed.Generation}", new()
            {
                Replica = database,
                SourceArn = settings.ArnOf(followed),
                KeyArn = region.KeyArn(KeyPurpose.Database),
                RetentionDays = settings.Database.PointInTimeCopyDays,
            }, region.Options);
        }

        return database;
    }
}
