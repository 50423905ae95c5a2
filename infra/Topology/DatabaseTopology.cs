using MlTa.Components;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The database that a stack has in its role.</summary>
internal static class DatabaseTopology
{
    public static void Declare(
        StackSettings settings, DatabaseFoundation foundation, Output<string> keyArn, Dictionary<string, object?> outputs, ComponentResourceOptions inRegion)
    {
        var isReplica = settings.Role == Role.Standby;
        if (settings.Role == Role.Archive || (isReplica && !settings.PeerExists))
        {
            return;
        }

        var database = new Database("database", new()
        {
            Settings = settings.Database,
            IsReplica = isReplica,
            Names = settings.Names,
            Foundation = foundation,
            KeyArn = keyArn,
            Password = settings.DatabasePassword,
        }, inRegion);
        outputs["databaseArn"] = database.Arn;
        outputs["databaseAddress"] = database.Address;

        if (isReplica && settings.Database.Source is { } source)
        {
            // Named after its source: the copy of another lineage is another one, and this one stays where it is.
            new PointInTimeCopy($"point-in-time-copy-g{source.Generation}", new()
            {
                Replica = database,
                SourceArn = settings.NamesIn(source.Region).DatabaseArn(source.Generation),
                KeyArn = keyArn,
                RetentionDays = settings.Database.PointInTimeCopyDays,
            }, inRegion);
        }
    }
}
