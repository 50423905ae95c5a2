namespace MlTa.Components.Workloads;

/// <summary>
/// Every image that a cluster runs, but for those of EKS's add-ons. All from the stack's own registry: nodes that start during a failover
/// must need nothing that the failover is from.
/// </summary>
internal sealed class ContainerImages(string registry, string version)
{
    /// <summary>Has <c>aws</c>, <c>curl</c> and a shell.</summary>
    private const string AwsCliVersion = "2.36.15";

    /// <summary>Of the chart's appVersion.</summary>
    private const string VeleroVersion = "v1.18.1";

    /// <summary>The one that the chart names for its Velero.</summary>
    private const string VeleroPluginVersion = "v1.13.1";

    /// <summary>Of the database's major version; a newer client works as well.</summary>
    private const string PostgresVersion = "16";

    /// <summary>
    /// Of the cache's version; any speaks to any. Alpine's variant, as Debian's has no certificate authorities and refuses every cache that has
    /// TLS (valkey-container's Dockerfiles; docker-library-redis, issue 358).
    /// </summary>
    private const string ValkeyVersion = "8-alpine";

    /// <summary>Of the cluster's minor version, as its README asks: it simulates that version's scheduler.</summary>
    private const string ClusterAutoscalerVersion = "v1.35.2";

    public ContainerImage Api => Of("ml-ta-api", version);

    public ContainerImage Worker => Of("ml-ta-worker", version);

    public ContainerImage AwsCli => Of("aws-cli", AwsCliVersion);

    public ContainerImage Velero => Of("velero", VeleroVersion);

    public ContainerImage VeleroPlugin => Of("velero-plugin-for-aws", VeleroPluginVersion);

    public ContainerImage ClusterAutoscaler => Of("cluster-autoscaler", ClusterAutoscalerVersion);

    /// <summary>Has <c>psql</c> and a shell.</summary>
    public ContainerImage Postgres => Of("postgres", PostgresVersion);

    /// <summary>Has <c>valkey-cli</c> and a shell.</summary>
    public ContainerImage Valkey => Of("valkey", ValkeyVersion);

    private ContainerImage Of(string name, string tag) => new($"{registry}/{name}", tag);
}
