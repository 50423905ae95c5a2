using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>Where images and charts come from, which they are, and how many of each run.</summary>
internal static partial class WorkloadRules
{
    /// <summary>A host with a dot and a path in small letters: the OCI distribution project's grammar of references, less what nobody needs here.</summary>
    private const string RegistryForm = @"[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?(/[a-z0-9]+([._-][a-z0-9]+)*)*";

    public static readonly Rule<StackSettings>[] All =
    [
        Registry<StackSettings>(s => s.Workloads.Registry),

        new("workloads.registry", s => IsLost(s, s.Workloads.Registry),
            s => $"{SurvivalRules.Limit(s)}, got {EcrRegionOf(s.Workloads.Registry)}", "region", "peers"),

        new("workloads.chartRepository", s => !ChartRepositoryPattern().IsMatch(s.Workloads.ChartRepository),
            s => $"expected oci://HOST/PATH, or a folder such as ./charts, got '{s.Workloads.ChartRepository}'"),

        new("workloads.chartRepository", s => IsLost(s, s.Workloads.ChartRepository),
            s => $"{SurvivalRules.Limit(s)}, got {EcrRegionOf(s.Workloads.ChartRepository)}", "region", "peers"),

        Version<StackSettings>(s => s.Workloads.Version),

        new("workloads.version", s => s.Workloads.Version == "latest",
            _ => "expected a tag that always names the same image, since a standby must run what the writer runs, got 'latest'"),

        new("workloads.apiReplicas", s => s.Workloads.ApiReplicas < 1,
            s => $"expected at least 1, got {s.Workloads.ApiReplicas}"),

        new("workloads.maximumApiReplicas", s => s.Workloads.MaximumApiReplicas < s.Workloads.ApiReplicas,
            s => $"expected at least apiReplicas ({s.Workloads.ApiReplicas}), got {s.Workloads.MaximumApiReplicas}", "workloads.apiReplicas"),

        new("workloads.standbyApiReplicas", s => s.Workloads.StandbyApiReplicas < 1 || s.Workloads.StandbyApiReplicas > s.Workloads.ApiReplicas,
            s => $"expected 1 to apiReplicas ({s.Workloads.ApiReplicas}), got {s.Workloads.StandbyApiReplicas}", "workloads.apiReplicas"),

        new("workloads.workerReplicas", s => s.Workloads.WorkerReplicas < 1,
            s => $"expected at least 1, got {s.Workloads.WorkerReplicas}"),

        new("workloads.maximumWorkerReplicas", s => s.Workloads.MaximumWorkerReplicas < s.Workloads.WorkerReplicas,
            s => $"expected at least workerReplicas ({s.Workloads.WorkerReplicas}), got {s.Workloads.MaximumWorkerReplicas}", "workloads.workerReplicas"),

        new("workloads.writesPaused", s => s.Workloads.WritesPaused && s.Role is (Role.Standby or Role.Archive),
            s => $"a stack that takes over must not begin paused, so remove it until the stack is active, got true in role {SettingNames.Of(s.Role)}", "role"),

        new("workloads.restartedAt", s => s.Workloads.RestartedAt is { } time && !UtcTime.IsOne(time),
            s => $"expected a time in UTC and in quotes such as \"2026-11-23T03:10:00Z\", got '{s.Workloads.RestartedAt}'"),
    ];

    /// <summary>Where a stack's images come from.</summary>
    public static Rule<T> Registry<T>(Func<T, string> registry)
        where T : DeployedSettings => new("workloads.registry", s => !RegistryPattern().IsMatch(registry(s)),
            s => $"expected HOST or HOST/PATH, such as 111122223333.dkr.ecr.us-west-2.amazonaws.com, got '{registry(s)}'");

    /// <summary>The tag of a stack's images.</summary>
    public static Rule<T> Version<T>(Func<T, string> version)
        where T : DeployedSettings => new("workloads.version", s => !TagPattern().IsMatch(version(s)),
            s => $"expected an image tag of up to 128 letters, digits and _.-, which does not begin with . or -, got '{version(s)}'");

    /// <summary>Asked of a standby and the stack that it would take over from.</summary>
    public static readonly PairRule[] OfStandby =
    [
        new("workloads.version", (own, other) => PairRule.IsStandbyOf(own, other) && own.Workloads.Version != other.Workloads.Version,
            (own, other, file) => $"a standby runs what the active stack runs, or a failover would be an upgrade too, so give '{other.Workloads.Version}' as in {file}, got '{own.Workloads.Version}'",
            "role"),
    ];

    /// <summary>Whether the place is gone when the stack takes over. Of other registries than ECR nobody can tell where they are.</summary>
    private static bool IsLost(StackSettings settings, string place) => EcrRegionOf(place) is { } region && !SurvivalRules.Survives(settings, region);

    /// <summary>The region of a registry in ECR; null for any other, of which nobody can tell where it is.</summary>
    public static string? EcrRegionOf(string place) => EcrPattern().Match(place) is { Success: true } match ? match.Groups["region"].Value : null;

    [GeneratedRegex($@"^{RegistryForm}\z")]
    private static partial Regex RegistryPattern();

    [GeneratedRegex($@"^(oci://{RegistryForm}|\.(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)\z")]
    private static partial Regex ChartRepositoryPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"^(oci://)?[0-9]{12}\.dkr\.ecr(-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(:|/|\z)")]
    private static partial Regex EcrPattern();
}
