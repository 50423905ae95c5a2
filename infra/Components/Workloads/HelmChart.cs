namespace MlTa.Components.Workloads;

/// <summary>A chart of a certain version.</summary>
internal sealed record HelmChart(string Name, string Version)
{
    public static readonly HelmChart Velero = new("velero", "12.1.0");
    public static readonly HelmChart ClusterAutoscaler = new("cluster-autoscaler", "9.59.0");

    private const string Oci = "oci://";

    /// <summary>
    /// Read at every <c>up</c>, also where nothing changes (pulumi-kubernetes, helm_release.go): a chart that cannot be read fails a failover.
    /// </summary>
    /// <param name="repository">A folder with <c>NAME-VERSION.tgz</c>, or an OCI registry.</param>
    public string In(string repository) => repository.StartsWith(Oci, StringComparison.Ordinal)
        ? $"{repository}/{Name}"
        : $"{repository}/{Name}-{Version}.tgz";
}
