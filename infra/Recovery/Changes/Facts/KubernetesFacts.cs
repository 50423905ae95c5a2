namespace MlTa.Recovery.Changes.Facts;

/// <summary>Objects of a cluster. Their kind and API version follow from the type, and cannot change.</summary>
internal static class KubernetesFacts
{
    private const string DiffSource = "pulumi-kubernetes, provider/pkg/provider/diff.go";

    private static readonly string[] s_identity = ["metadata.name", "metadata.namespace"];

    private static readonly string[] s_metadata = ["metadata.annotations", "metadata.labels"];

    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        Object("apps/v1:Deployment", ["spec.selector"], ["spec"]),
        Object("autoscaling/v2:HorizontalPodAutoscaler", [], ["spec"]),
        Object("batch/v1:CronJob", [], ["spec"]),
        Object("batch/v1:Job", ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"], ["spec"]),
        // Replaced unless the provider's enableConfigMapMutable is set, which no stack does.
        Object("core/v1:ConfigMap", ["binaryData", "data"], []),
        Object("core/v1:Namespace", [], ["spec"]),
        // In place because the provider's enableSecretMutable is set.
        Object("core/v1:Secret", ["type"], ["data", "stringData"]),
        Object("core/v1:Service", ["spec.clusterIP"], ["spec"]),
        Object("core/v1:ServiceAccount", [], ["automountServiceAccountToken", "imagePullSecrets", "secrets"]),
        Object("networking.k8s.io/v1:NetworkPolicy", [], ["spec"]),
        // Only of v1beta1 the provider replaces them.
        Object("policy/v1:PodDisruptionBudget", [], ["spec"]),
        // Its diff goes over all inputs, and only a release's identity cannot change.
        new("kubernetes:helm.sh/v3:Release", "pulumi-kubernetes, provider/pkg/provider/helm_release.go")
        {
            Replacing = ["name", "namespace"],
            InPlace = ["atomic", "chart", "repositoryOpts", "skipAwait", "timeout", "values", "version"],
        },
    ];

    private static TypeFacts Object(string type, IReadOnlyList<string> replacing, IReadOnlyList<string> inPlace) => new($"kubernetes:{type}", DiffSource)
    {
        Replacing = [.. s_identity, .. replacing],
        InPlace = [.. s_metadata, .. inPlace],
    };
}
