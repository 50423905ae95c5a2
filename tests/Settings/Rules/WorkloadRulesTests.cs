using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class WorkloadRulesTests
{
    private const string Limit = "must outlive the region that this stack replaces, so it may be in us-east-1 or eu-west-1";

    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;

    [Theory]
    [InlineData("111122223333.dkr.ecr.us-east-1.amazonaws.com", null)]
    [InlineData("111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml-ta", null)]
    [InlineData("111122223333.dkr.ecr-fips.us-east-1.amazonaws.com", null)]
    [InlineData("registry.example.com:5000/team/ml-ta", null)] // where it is, only its owner knows
    [InlineData("111122223333.dkr.ecr.us-west-2.amazonaws.com", $"workloads.registry: {Limit}, got us-west-2")]
    [InlineData("111122223333.dkr.ecr-fips.us-west-2.amazonaws.com/ml-ta", $"workloads.registry: {Limit}, got us-west-2")]
    [InlineData("111122223333.dkr.ecr.eu-central-1.amazonaws.com", $"workloads.registry: {Limit}, got eu-central-1")]
    public void Images_survive(string registry, string? problem) =>
        Verdict.Is(problem, s_secondary.WithWorkloads(workloads => workloads with { Registry = registry }));

    [Theory]
    [InlineData("")]
    [InlineData("ml-ta")] // Docker Hub's, to a container runtime
    [InlineData("https://registry.example.com")]
    [InlineData("registry.example.com/")]
    [InlineData("registry.example.com/ml-ta:1")]
    [InlineData("registry.example.com/ML-TA")]
    [InlineData("registry.example.com\n")]
    public void A_registry_is_a_host_and_maybe_a_path(string registry) => Verdict.Is(
        $"workloads.registry: expected HOST or HOST/PATH, such as 111122223333.dkr.ecr.us-west-2.amazonaws.com, got '{registry}'",
        s_secondary.WithWorkloads(workloads => workloads with { Registry = registry }));

    [Theory]
    [InlineData("oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts", null)]
    [InlineData("oci://registry.example.com/charts", null)]
    [InlineData("./charts", null)]
    [InlineData("./vendor/charts", null)]
    [InlineData("oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts", $"workloads.chartRepository: {Limit}, got us-west-2")]
    public void Charts_survive(string repository, string? problem) =>
        Verdict.Is(problem, s_secondary.WithWorkloads(workloads => workloads with { ChartRepository = repository }));

    [Theory]
    [InlineData("")]
    [InlineData("charts")] // Helm would ask its own repositories for it
    [InlineData("../charts")]
    [InlineData("./charts/")]
    [InlineData("https://charts.example.com")]
    [InlineData("111122223333.dkr.ecr.us-east-1.amazonaws.com/charts")]
    public void Charts_are_in_an_oci_registry_or_in_a_folder(string repository) => Verdict.Is(
        $"workloads.chartRepository: expected oci://HOST/PATH, or a folder such as ./charts, got '{repository}'",
        s_secondary.WithWorkloads(workloads => workloads with { ChartRepository = repository }));

    [Theory]
    [InlineData("2024.01.15-a1b2c3d", null)]
    [InlineData("_", null)]
    [InlineData("latest", "workloads.version: expected a tag that always names the same image, since a standby must run what the writer runs, got 'latest'")]
    public void A_version_names_one_image(string version, string? problem) =>
        Verdict.Is(problem, s_secondary.WithWorkloads(workloads => workloads with { Version = version }));

    [Theory]
    [InlineData("")]
    [InlineData(".1")]
    [InlineData("-1")]
    [InlineData("1:0")]
    [InlineData("1.0\n")]
    public void A_version_is_a_tag(string version) => Verdict.Is(
        $"workloads.version: expected an image tag of up to 128 letters, digits and _.-, which does not begin with . or -, got '{version}'",
        s_secondary.WithWorkloads(workloads => workloads with { Version = version }));

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_tag_has_up_to_128_characters(int length, bool isFine)
    {
        var version = new string('1', length);

        Verdict.Is(
            isFine ? null : $"workloads.version: expected an image tag of up to 128 letters, digits and _.-, which does not begin with . or -, got '{version}'",
            s_secondary.WithWorkloads(workloads => workloads with { Version = version }));
    }

    [Theory]
    [InlineData(1, 1, 1, null)]
    [InlineData(3, 3, 3, null)]
    [InlineData(3, 2, 3, "workloads.maximumApiReplicas: expected at least apiReplicas (3), got 2")]
    [InlineData(3, 3, 0, "workloads.standbyApiReplicas: expected 1 to apiReplicas (3), got 0")]
    [InlineData(3, 5, 4, "workloads.standbyApiReplicas: expected 1 to apiReplicas (3), got 4")]
    public void Replicas_of_the_api_have_an_order(int replicas, int maximum, int standby, string? problem) => Verdict.Is(
        problem,
        s_secondary.WithWorkloads(workloads => workloads with { ApiReplicas = replicas, MaximumApiReplicas = maximum, StandbyApiReplicas = standby }));

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(0, 1, "workloads.workerReplicas: expected at least 1, got 0")]
    [InlineData(2, 1, "workloads.maximumWorkerReplicas: expected at least workerReplicas (2), got 1")]
    public void Replicas_of_the_workers_have_an_order(int replicas, int maximum, string? problem) => Verdict.Is(
        problem, s_secondary.WithWorkloads(workloads => workloads with { WorkerReplicas = replicas, MaximumWorkerReplicas = maximum }));

    [Theory]
    [InlineData(Role.Active, null)]
    [InlineData(Role.Fenced, null)] // it was active, and nothing runs there now
    [InlineData(Role.Standby, "workloads.writesPaused: a stack that takes over must not begin paused, so remove it until the stack is active, got true in role standby")]
    public void Writes_are_paused_where_there_are_any(Role role, string? problem) => Verdict.Is(
        problem, s_secondary.WithWorkloads(workloads => workloads with { WritesPaused = true }) with { Role = role });

    [Fact]
    public void An_archive_must_not_begin_paused_either() => Verdict.Is(
        "workloads.writesPaused: a stack that takes over must not begin paused, so remove it until the stack is active, got true in role archive",
        CommittedStacks.Backup.WithWorkloads(workloads => workloads with { WritesPaused = true }));

    [Theory]
    [InlineData("2026-11-23T03:10:00Z", true)]
    [InlineData("2028-02-29T23:59:59Z", true)]
    [InlineData("2026-02-29T03:10:00Z", false)]
    [InlineData("2026-11-23T03:10:00", false)]
    [InlineData("2026-11-23T03:10:00+01:00", false)]
    [InlineData("2026-11-23 03:10:00Z", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("now", false)]
    [InlineData("", false)]
    public void A_restart_has_a_time_in_utc(string time, bool isFine) => Verdict.Is(
        isFine ? null : $"workloads.restartedAt: expected a time in UTC and in quotes such as \"2026-11-23T03:10:00Z\", got '{time}'",
        s_secondary.WithWorkloads(workloads => workloads with { RestartedAt = time }));

    [Fact]
    public void A_standby_runs_what_the_active_stack_runs() => Verdict.IsAcross(
        [CommittedStacks.Primary, s_secondary.WithWorkloads(workloads => workloads with { Version = "1.1.0" }), CommittedStacks.Backup],
        "Pulumi.secondary.yaml: ml-ta:workloads.version: a standby runs what the active stack runs, or a failover would be an upgrade too, so give '1.0.0' as in Pulumi.primary.yaml, got '1.1.0'");

    [Fact]
    public void An_archive_may_be_behind() => Verdict.IsAcross(
        [CommittedStacks.Primary, s_secondary, CommittedStacks.Backup.WithWorkloads(workloads => workloads with { Version = "0.9.0" })]);
}
