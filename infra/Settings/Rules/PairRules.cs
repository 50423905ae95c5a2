using MlTa.Naming;

namespace MlTa.Settings.Rules;

/// <summary>What any two stacks must agree about.</summary>
internal static class PairRules
{
    /// <summary>The same seen from either side, so asked once for each pair.</summary>
    public static readonly PairRule[] Mutual =
    [
        new("region", (own, other) => own.Region == other.Region,
            (own, _, file) => $"every stack has a region of its own, got {own.Region} as in {file}"),

        new("account", (own, other) => own.Account != other.Account,
            (own, other, file) => $"all stacks share one account, which is {other.Account} in {file}, got {own.Account}"),

        new("prefix", (own, other) => own.Prefix != other.Prefix,
            (own, other, file) => $"all stacks share one prefix, which is '{other.Prefix}' in {file}, got '{own.Prefix}'"),

        new("database.generation", (own, other) => Generations(other).Contains(own.Database.Generation),
            (own, _, file) => $"every stack has a generation of its own, got {own.Database.Generation} as in {file}", "database.kept"),

        new("database.kept", (own, other) => Generations(own).Skip(1).Intersect(Generations(other)).Any(),
            (own, other, file) => $"every stack has generations of its own, got {string.Join(", ", Generations(own).Skip(1).Intersect(Generations(other)))} as in {file}",
            "database.generation"),

        new("database.engineMajorVersion", (own, other) => own.Database.EngineMajorVersion != other.Database.EngineMajorVersion,
            (own, other, file) => $"replicas and restores have their source's version, so all stacks share it, which is {other.Database.EngineMajorVersion} in {file}, got {own.Database.EngineMajorVersion}"),

        new("network.cidrBlock", (own, other) => AddressRange.TryParse(own.Network.CidrBlock, out var range)
                && AddressRange.TryParse(other.Network.CidrBlock, out var otherRange) && range.Overlaps(otherRange),
            (own, other, file) => $"must not overlap {other.Network.CidrBlock} of {file}, got {own.Network.CidrBlock}"),

        new("dns.zone", (own, other) => own.Dns.Zone != other.Dns.Zone,
            (own, other, file) => $"users know one name, so all stacks share one zone, which is '{other.Dns.Zone}' in {file}, got '{own.Dns.Zone}'"),

        new("dns.zoneId", (own, other) => own.Dns.ZoneId != other.Dns.ZoneId,
            (own, other, file) => $"all stacks share one zone, which is '{other.Dns.ZoneId}' in {file}, got '{own.Dns.ZoneId}'"),

        PairRule.Shared("dns.acceleratedRecovery", s => s.Dns.AcceleratedRecovery ? "true" : "false"),

        .. ObjectiveRules.Shared,
        .. EscalationRules.Shared,
        .. ContactRules.Shared,
    ];

    /// <summary>What one stack says of the other, so asked both ways.</summary>
    public static readonly PairRule[] Directed =
    [
        new("peers", (own, other) => PeerOf(own, other) is null,
            (_, other, _) => $"has to name every other stack, got none called '{other.Stack}'"),

        new("peers", (own, other) => PeerOf(own, other) is { } peer && (peer.Region, peer.Tier) != (other.Region, other.Tier),
            (own, other, file) => PeerOf(own, other) is { } peer
                ? $"{file} is tier {SettingNames.Of(other.Tier)} in {other.Region}, got tier {SettingNames.Of(peer.Tier)} in {peer.Region}"
                : "",
            "region", "tier"),

        new("backup.copyDeleteAfterDays", (own, other) => own.CanServe && BackupRules.IsOutside(other.Backup.Lock, own.Backup.CopyDeleteAfterDays),
            (own, other, file) => $"the vault lock in {file} takes {BackupRules.Range(other.Backup.Lock)} days and fails other copies, got {own.Backup.CopyDeleteAfterDays}",
            "tier", "role", "backup.lock"),

        new("database.source", (own, other) => PairRule.IsStandbyOf(own, other) && own.Database.Source is { } source
                && (source.Region, source.Generation) != (other.Region, other.Database.Generation),
            (own, other, file) => $"a standby follows the writer, which is generation {other.Database.Generation} in {other.Region} in {file}, "
                + $"got generation {own.Database.Source!.Generation} in {own.Database.Source.Region}",
            "role", "region", "database.generation"),

        new("database.maximumStorageGiB", (own, other) => PairRule.IsStandbyOf(own, other) && own.Database.MaximumStorageGiB < other.Database.MaximumStorageGiB,
            (own, other, file) => $"a replica whose storage ends before the writer's stops following it, so give at least the {other.Database.MaximumStorageGiB} of {file}, got {own.Database.MaximumStorageGiB}",
            "role"),

        new("database.instanceClass", (own, other) => PairRule.IsStandbyOf(own, other) && own.Database.InstanceClass != other.Database.InstanceClass,
            (own, other, file) => $"a promoted database inherits the whole load, so it is as large as the writer, which is '{other.Database.InstanceClass}' in {file}, got '{own.Database.InstanceClass}'",
            "role"),

        .. FailoverRules.Across,
        .. RehomeRules.Across,
        .. ClusterRules.OfStandby,
        .. CacheRules.OfStandby,
        .. WorkloadRules.OfStandby,
    ];

    /// <summary>The current one first. That of a source is another stack's, and no generation of its own.</summary>
    private static IEnumerable<int> Generations(StackSettings settings) => settings.Database.Lineages.Select(lineage => lineage.Generation);

    private static PeerSettings? PeerOf(StackSettings own, StackSettings other) => own.Peers.FirstOrDefault(peer => peer.Stack == other.Stack);
}
