using CsCheck;
using MlTa.Settings;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>Sizes and times within their limits, which all stacks share.</summary>
internal static class RandomSizes
{
    private static readonly (string Backup, string Maintenance)[] s_windows =
        [("03:00-03:30", "sun:06:00-sun:07:00"), ("23:45-00:30", "wed:01:00-wed:01:30"), ("10:00-12:00", "sat:23:30-sun:02:00")];

    public static Gen<DatabaseSettings> Database(DatabaseSettings model) =>
        from instance in Gen.OneOf("db.r6g.large", "db.t4g.medium", "db.m7g.16xlarge")
        from version in Gen.Int[15, 18]
        from allocated in Gen.Int[20, 5000]
        from growth in Gen.Int[2, 10]
        from log in Gen.Int[1, allocated / 2]
        from days in Gen.Int[1, 35].Array[2]
        from isMultiAz in Gen.Bool
        from windows in Gen.OneOf(s_windows)
        select model with
        {
            InstanceClass = instance,
            EngineMajorVersion = version,
            AllocatedStorageGiB = allocated,
            MaximumStorageGiB = allocated * growth,
            ReplicaLogLimitGiB = log,
            BackupRetentionDays = days[0],
            PointInTimeCopyDays = days[1],
            MultiAz = isMultiAz,
            BackupWindow = windows.Backup,
            MaintenanceWindow = windows.Maintenance,
        };

    public static Gen<WorkloadSettings> Workloads(WorkloadSettings model) =>
        from api in Gen.Int[1, 20]
        from standby in Gen.Int[1, api]
        from workers in Gen.Int[1, 20]
        from more in Gen.Int[0, 30].Array[2]
        from version in Gen.OneOf("1.0.0", "2026-11-23", "v7_rc.1")
        from restartedAt in Gen.OneOf(null, "2026-11-23T03:10:00Z")
        select model with
        {
            ApiReplicas = api,
            StandbyApiReplicas = standby,
            MaximumApiReplicas = api + more[0],
            WorkerReplicas = workers,
            MaximumWorkerReplicas = workers + more[1],
            Version = version,
            RestartedAt = restartedAt,
        };

    public static Gen<ClusterSettings> Cluster(ClusterSettings model) =>
        from instance in Gen.OneOf("m6i.large", "c7g.4xlarge")
        from minimum in Gen.Int[1, 9]
        from more in Gen.Int[0, 20]
        from ranges in Gen.OneOf<string[]>([], ["203.0.113.0/24"], ["198.51.100.7/32", "192.0.2.0/25"])
        select model with { InstanceType = instance, MinimumNodesPerZone = minimum, MaximumNodesPerZone = minimum + more, PublicAccessCidrs = ranges };

    public static Gen<BackupSettings> Backup(BackupSettings model) =>
        from minimum in Gen.Int[1, 30]
        from maximum in Gen.Int[minimum, 400]
        from days in Gen.Int[minimum, maximum].Array[2]
        from changeable in Gen.OneOf<int?>(null, 3, 30)
        select model with
        {
            DeleteAfterDays = days[0],
            CopyDeleteAfterDays = days[1],
            Lock = new()
            {
                Mode = changeable is null ? LockMode.Governance : LockMode.Compliance,
                MinimumRetentionDays = minimum,
                MaximumRetentionDays = maximum,
                ChangeableForDays = changeable,
            },
        };

    /// <summary>Such as a failover can meet: shorter ones are valid too, and then the proof says that the next standby would be late.</summary>
    public static Gen<ObjectivesSettings> Objectives { get; } =
        from point in Gen.Int[15, 60]
        from time in Gen.Int[240, 600]
        from major in Gen.Int[2, time]
        from minor in Gen.Int[1, major - 1]
        from longer in Gen.Int[0, 600]
        select new ObjectivesSettings
        {
            RecoveryPointMinutes = point,
            RecoveryTimeMinutes = time,
            MajorIncidentMinutes = major,
            MinorIncidentMinutes = minor,
            MaximumDowntimeMinutes = time + longer,
        };

    public static Gen<EscalationSettings> Escalation { get; } =
        from steps in Gen.Int[1, 30].Array[3]
        select new EscalationSettings
        {
            OnCallAfterMinutes = EscalationSettings.MissingHeartbeatsMinutes + steps[0],
            ManagementAfterMinutes = EscalationSettings.MissingHeartbeatsMinutes + steps[0] + steps[1],
            CustomersAfterMinutes = EscalationSettings.MissingHeartbeatsMinutes + steps.Sum(),
        };
}
