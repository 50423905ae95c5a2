using MlTa.Components;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The database that a stack has in its role.</summary>
internal static class DatabaseTopology
{
    public static void Declare(
        StackSettings settings, DatabaseFoundation foundation, Output<string> keyArn, Dictionary<string, object?> outputs, ComponentResourceOptions inRegion)
    {
        var followed = settings.Role == Role.Standby ? settings.Database.Source : null;
        if (settings.Role == Role.Archive || (followed is not null && !settings.PeerExists))
        {
            return;
        }

        var database = new Database("database", new()
        {
            Settings = settings.Database,
            FollowedArn = followed is null ? null : settings.ArnOf(followed),
            Names = settings.Names,
            Foundation = foundation,
            KeyArn = keyArn,
            Password = settings.DatabasePassword,
        }, inRegion);
        outputs["databaseArn"] = database.Arn;
        outputs["databaseAddress"] = database.Address;

        if (followed is not null)
        {
            // Named after its source: the copy of another lineage is another one, and this one stays where it is.
            new PointInTimeCopy($"point-in-time-copy-g{followed.Generation}", new()
            {
                Replica = database,
                SourceArn = settings.ArnOf(followed),
                KeyArn = keyArn,
                RetentionDays = settings.Database.PointInTimeCopyDays,
            }, inRegion);
        }
    }
}
