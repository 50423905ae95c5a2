using MlTa.Naming;
using Pulumi.Aws.Rds;

namespace MlTa.Components;

public sealed record EmergencySnapshotArgs
{
    public required RegionNames Names { get; init; }

    /// <summary>When it was asked for, which makes its name.</summary>
    public required string Stamp { get; init; }

    public required Database Database { get; init; }

    /// <summary>Whether it may be forgotten, because its database is about to go. It stays in RDS.</summary>
    public required bool Release { get; init; }

    /// <summary>What has to have stopped writing before.</summary>
    public required IReadOnlyList<Resource> TakenAfter { get; init; }
}

/// <summary>A database as it was found, kept as evidence and as the way back before anybody repairs it. Apart from the database, for which others wait.</summary>
public sealed class EmergencySnapshot : ComponentResource
{
    public EmergencySnapshot(string name, EmergencySnapshotArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:EmergencySnapshot", name, options)
    {
        new Snapshot(name, new()
        {
            DbInstanceIdentifier = args.Database.Identifier,
            DbSnapshotIdentifier = args.Names.EmergencySnapshot(args.Stamp),
        }, new()
        {
            Parent = this,
            Protect = !args.Release,
            RetainOnDelete = true,
            DependsOn = [.. args.TakenAfter],
            // The provider's 20 minutes are short for one with little before it to build on. How long it takes is assumed.
            CustomTimeouts = new() { Create = TimeSpan.FromHours(2) },
        });

        RegisterOutputs();
    }
}
