using System.Text.Json;
using MlTa.Components.Compute;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class KubernetesProviderTests
{
    private const string ProviderType = "pulumi:providers:kubernetes";

    [Fact]
    public async Task It_is_bound_to_its_cluster_and_waits_for_all_of_it()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var provider = await ProviderAsync(settings);

            Assert.Equal($"ml-ta-{settings.Stack}", provider.Name);
            Assert.Equal(settings.Region, provider.Region);
            Assert.Equal($"arn:aws:eks:{settings.Region}:111122223333:cluster/ml-ta-{settings.Stack}", provider.Text("clusterIdentifier"));
            Assert.Equal([$"urn:pulumi:{settings.Stack}::ml-ta::ml-ta:index:Cluster::cluster"], provider.DependsOn);
            Assert.Equal(("true", "true"), (provider.Text("enableServerSideApply"), provider.Text("enableSecretMutable")));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_cluster_that_does_not_answer_is_skipped_or_forgotten_only_if_the_settings_say_so(bool skip, bool forget)
    {
        var provider = await ProviderAsync(CommittedStacks.Primary.WithCluster(cluster => cluster with { SkipUnreachable = skip, ForgetUnreachable = forget }));

        Assert.Equal(skip ? "true" : "false", provider.Text("skipUpdateUnreachable"));
        Assert.Equal(forget ? "true" : "false", provider.Text("deleteUnreachable"));
    }

    [Fact]
    public async Task It_is_given_the_address_and_the_certificate_of_the_cluster()
    {
        var cluster = JsonDocument.Parse((await ProviderAsync(CommittedStacks.Primary)).Text("kubeconfig")).RootElement.GetProperty("clusters")[0].GetProperty("cluster");

        Assert.Equal("${aws:eks/cluster:Cluster::cluster.endpoint}", cluster.GetProperty("server").GetString());
        Assert.Equal("${aws:eks/cluster:Cluster::cluster.certificateAuthority/data}", cluster.GetProperty("certificate-authority-data").GetString());
    }

    /// <summary>A context that names nothing is an error only when somebody connects.</summary>
    [Fact]
    public void The_kubeconfig_names_the_cluster_everywhere()
    {
        var config = Parsed();
        var context = config.GetProperty("contexts")[0];

        Assert.Equal("ml-ta-primary", config.GetProperty("current-context").GetString());
        Assert.Equal("ml-ta-primary", context.GetProperty("name").GetString());
        Assert.Equal("""{"cluster":"ml-ta-primary","user":"ml-ta-primary"}""", context.GetProperty("context").GetRawText());
        Assert.Equal("ml-ta-primary", config.GetProperty("clusters")[0].GetProperty("name").GetString());
        Assert.Equal("ml-ta-primary", config.GetProperty("users")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void The_kubeconfig_asks_the_cli_for_a_token_of_the_clusters_own_region()
    {
        var exec = Parsed().GetProperty("users")[0].GetProperty("user").GetProperty("exec");

        Assert.Equal("aws", exec.GetProperty("command").GetString());
        // As "aws eks update-kubeconfig" writes it.
        Assert.Equal("client.authentication.k8s.io/v1beta1", exec.GetProperty("apiVersion").GetString());
        Assert.Equal("Never", exec.GetProperty("interactiveMode").GetString());
        Assert.Equal(["--region", "us-west-2", "eks", "get-token", "--cluster-name", "ml-ta-primary", "--output", "json"], exec.GetProperty("args").TextList());
    }

    private static JsonElement Parsed() =>
        JsonDocument.Parse(Kubeconfig.Json("ml-ta-primary", "us-west-2", "https://example.eks.amazonaws.com", "LS0t+/==")).RootElement;

    private static async Task<DeclaredResource> ProviderAsync(StackSettings settings) =>
        Assert.Single((await OfflineRun.EvaluateAsync(settings)).Of(ProviderType));
}
