using MlTa.Settings;

namespace MlTa.Tests.Support;

/// <summary>Settings that differ in one part from those they start with.</summary>
internal static class Variations
{
    public static StackSettings WithNetwork(this StackSettings settings, Func<NetworkSettings, NetworkSettings> change) =>
        settings with { Network = change(settings.Network) };

    public static StackSettings WithDatabase(this StackSettings settings, Func<DatabaseSettings, DatabaseSettings> change) =>
        settings with { Database = change(settings.Database) };

    public static StackSettings WithStorage(this StackSettings settings, Func<StorageSettings, StorageSettings> change) =>
        settings with { Storage = change(settings.Storage) };

    public static StackSettings WithBackup(this StackSettings settings, Func<BackupSettings, BackupSettings> change) =>
        settings with { Backup = change(settings.Backup) };

    public static StackSettings WithLock(this StackSettings settings, Func<VaultLockSettings, VaultLockSettings> change) =>
        settings.WithBackup(backup => backup with { Lock = change(backup.Lock) });

    public static StackSettings WithCluster(this StackSettings settings, Func<ClusterSettings, ClusterSettings> change) =>
        settings with { Cluster = change(settings.Cluster) };

    public static StackSettings WithCache(this StackSettings settings, Func<CacheSettings, CacheSettings> change) =>
        settings with { Cache = change(settings.Cache) };

    public static StackSettings WithWorkloads(this StackSettings settings, Func<WorkloadSettings, WorkloadSettings> change) =>
        settings with { Workloads = change(settings.Workloads) };

    public static StackSettings WithDns(this StackSettings settings, Func<DnsSettings, DnsSettings> change) =>
        settings with { Dns = change(settings.Dns) };

    public static StackSettings WithFailover(this StackSettings settings, Func<FailoverSettings, FailoverSettings> change) =>
        settings with { Failover = change(settings.Failover!) };

    public static StackSettings WithObjectives(this StackSettings settings, Func<ObjectivesSettings, ObjectivesSettings> change) =>
        settings with { Objectives = change(settings.Objectives) };

    public static StackSettings WithEscalation(this StackSettings settings, Func<EscalationSettings, EscalationSettings> change) =>
        settings with { Escalation = change(settings.Escalation) };

    public static StackSettings WithContacts(this StackSettings settings, Func<ContactSettings, ContactSettings> change) =>
        settings with { Contacts = change(settings.Contacts) };

    /// <summary>An archive that was made to serve, as the runbook says: from a copy in its own vault, and with a way out for its nodes.</summary>
    public static StackSettings ColdRestored(this StackSettings settings) => settings
        .WithNetwork(network => network with { NatGateways = NatGateways.PerZone })
        .WithDatabase(database => database with
        {
            RestoredFrom = new() { Snapshot = $"arn:aws:rds:{settings.Region}:{settings.Account}:snapshot:awsbackup:copyjob-0f9c2a7e" },
        }) with
    {
        Role = Role.Active,
    };
}
