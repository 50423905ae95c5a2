using MlTa.Manifests;
using MlTa.Tests.Offline;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Xunit;

namespace MlTa.Tests.Manifests;

/// <summary>Which files a stack's Kubernetes resources become.</summary>
public sealed class KubernetesManifestTests
{
    private const string Password = "hunter2";

    [Fact]
    public async Task An_object_is_named_by_kind_namespace_and_name() => Assert.Equal(
        ["networkpolicy-ml-ta-default-deny.yaml"],
        await Names(() => _ = new NetworkPolicy("deny", new()
        {
            Metadata = Meta("default-deny", "ml-ta"),
            Spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs() },
        })));

    [Fact]
    public async Task An_object_of_the_whole_cluster_is_named_by_kind_and_name() =>
        Assert.Equal(["namespace-ml-ta.yaml"], await Names(() => _ = new Namespace("ml-ta", new() { Metadata = Meta("ml-ta") })));

    [Fact]
    public async Task An_object_that_pulumi_names_has_the_name_that_pulumi_begins_with() =>
        Assert.Equal(["configmap-settings.yaml"], await Names(() => _ = new ConfigMap("settings")));

    [Fact]
    public async Task What_is_not_in_the_cluster_has_no_file() => Assert.Empty(await Names(() =>
    {
        _ = new Pulumi.Kubernetes.Provider("kubernetes", new() { KubeConfig = "{}" });
        _ = new Pulumi.Aws.Kms.Key("key");
    }));

    [Fact]
    public async Task They_come_in_the_order_of_their_names() => Assert.Equal(
        ["configmap-a.yaml", "configmap-b.yaml", "networkpolicy-a.yaml", "secret-a.yaml"],
        await Names(() =>
        {
            _ = new NetworkPolicy("a");
            _ = new Secret("a");
            _ = new ConfigMap("b");
            _ = new ConfigMap("a");
        }));

    [Fact]
    public async Task An_object_is_written_in_full() => Assert.Equal(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: ml-ta
        data:
          port: "8080"

        """,
        await Text(() => _ = new ConfigMap("settings", new() { Metadata = Meta("settings", "ml-ta"), Data = { ["port"] = "8080" } })));

    /// <summary>Base64 is what <c>data</c> holds, and a validator would decode it.</summary>
    [Fact]
    public async Task The_values_of_a_secret_are_replaced_and_plain() => Assert.Equal(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: ml-ta-secrets
          namespace: ml-ta
        stringData:
          database-url: "[secret]"
          token: "[secret]"

        """,
        await Text(() => _ = new Secret("secrets", new()
        {
            Metadata = Meta("ml-ta-secrets", "ml-ta"),
            Data = { ["token"] = Output.CreateSecret(Password) },
            StringData = { ["database-url"] = $"postgres://ml:{Password}@db" },
        })));

    [Fact]
    public async Task A_release_is_its_values_with_the_way_to_its_chart()
    {
        var file = Assert.Single(KubernetesManifests.Of(await Evaluated.Graph(() => _ = new Release("velero", new()
        {
            Name = "velero",
            Namespace = "velero",
            Chart = "velero",
            Version = "12.1.0",
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts.example.com" },
            Values = { ["image"] = new Dictionary<string, object> { ["tag"] = "1.18", ["pullPolicy"] = "Always" }, ["args"] = new object[] { "--on", 2 } },
        }))));

        Assert.Equal("velero.values.yaml", file.Name);
        Assert.Equal(
            """
            # chart: velero
            # repository: https://charts.example.com
            # version: 12.1.0
            # namespace: velero
            args:
            - "--on"
            - 2
            image:
              pullPolicy: Always
              tag: "1.18"

            """,
            file.Text);
    }

    [Fact]
    public async Task A_release_without_values_has_none() =>
        Assert.Equal("# chart: ./charts/velero.tgz\n{}\n", await Text(() => _ = new Release("velero", new() { Chart = "./charts/velero.tgz" })));

    [Fact]
    public async Task A_secret_among_the_values_of_a_release_takes_all_of_them_with_it()
    {
        var text = await Text(() => _ = new Release("velero", new()
        {
            Chart = "velero",
            Values = { ["nested"] = new Dictionary<string, object> { ["password"] = Output.CreateSecret(Password) } },
        }));

        Assert.Equal("# chart: velero\n\"[secret]\"\n", text);
    }

    private static async Task<IEnumerable<string>> Names(Action declare) => KubernetesManifests.Of(await Evaluated.Graph(declare)).Select(file => file.Name);

    private static async Task<string> Text(Action declare) => Assert.Single(KubernetesManifests.Of(await Evaluated.Graph(declare))).Text;

    private static ObjectMetaArgs Meta(string name, string? inNamespace = null)
    {
        var meta = new ObjectMetaArgs { Name = name };
        if (inNamespace is not null)
        {
            meta.Namespace = inNamespace;
        }

        return meta;
    }
}
