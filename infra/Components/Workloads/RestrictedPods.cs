using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace MlTa.Components.Workloads;

/// <summary>
/// What every pod here is: within Kubernetes' pod security standard "restricted", on a file system that it cannot change. Once for typed
/// objects, once as the values of a chart.
/// </summary>
internal static class RestrictedPods
{
    public const string Level = "restricted";

    public const string TemporaryFolder = "/tmp";

    /// <summary>The user <c>nobody</c>, for images that would start as root.</summary>
    private const int UserId = 65534;

    private const string RuntimeDefault = "RuntimeDefault";
    private const string All = "ALL";

    public static PodSecurityContextArgs Pod() => new()
    {
        RunAsNonRoot = true,
        RunAsUser = UserId,
        RunAsGroup = UserId,
        FsGroup = UserId,
        SeccompProfile = new SeccompProfileArgs { Type = RuntimeDefault },
    };

    public static SecurityContextArgs Container() => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        RunAsNonRoot = true,
        Capabilities = new CapabilitiesArgs { Drop = { All } },
    };

    public static Dictionary<string, object> PodValues() => new()
    {
        ["runAsNonRoot"] = true,
        ["runAsUser"] = UserId,
        ["runAsGroup"] = UserId,
        ["fsGroup"] = UserId,
        ["seccompProfile"] = new Dictionary<string, object> { ["type"] = RuntimeDefault },
    };

    public static Dictionary<string, object> ContainerValues() => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["readOnlyRootFilesystem"] = true,
        ["runAsNonRoot"] = true,
        ["capabilities"] = new Dictionary<string, object> { ["drop"] = new[] { All } },
    };
}
