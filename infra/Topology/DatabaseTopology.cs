using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The database that a stack has in its role.</summary>
internal static class DatabaseTopology
{
    public static DatabaseFoundation DeclareFoundation(DeclaredRegion region) => new("database", new()
    {
        Settings = region.Settings.Database,
        Network = region.Network,
        Names = region.Names,
        IsFenced = region.Settings.Role == Role.Fenced,
    }, region.Options);

    public static Database? Declare(DeclaredRegion region, DatabaseFoundation foundation)
    {
        var settings = region.Settings;
        var followed = settings.Role == Role.Standby ? settings.Database.Source : null;
        if (settings.Role == Role.Archive || (followed is not null && !settings.PeerExists))
        {
            return null;
        }

        var database = new Database("database", new()
        {
            Settings = settings.Database,
            FollowedArn = followed is null ? null : settings.ArnOf(followed),
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
