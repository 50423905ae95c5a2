using System.Text.Json.Nodes;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>What Kubernetes' pod security standard "restricted" asks for, and a little more.</summary>
public sealed class PodSecurityTests
{
    private const string ContainerContext = """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsNonRoot":true}""";
    private const string PodContext = """{"fsGroup":65534,"runAsGroup":65534,"runAsNonRoot":true,"runAsUser":65534,"seccompProfile":{"type":"RuntimeDefault"}}""";

    [Fact]
    public async Task Every_pod_is_restricted()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.PodTemplates(), pod => Assert.Equal(PodContext, pod.Template["spec"]!["securityContext"].Json()));
            Assert.All(graph.Containers(), container => Assert.Equal(ContainerContext, container["securityContext"].Json()));
        }
    }

    [Fact]
    public async Task So_are_the_pods_of_the_charts()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var (velero, autoscaler) = (graph.Values("velero"), graph.Values("cluster-autoscaler"));

            Assert.Equal(PodContext, velero["podSecurityContext"].Json());
            Assert.Equal(PodContext, autoscaler["securityContext"].Json());
            Assert.Equal(ContainerContext, velero["containerSecurityContext"].Json());
            Assert.Equal(ContainerContext, Assert.Single(velero["initContainers"].Items())["securityContext"].Json());
            Assert.Equal(ContainerContext, autoscaler["containerSecurityContext"].Json());
        }
    }

    /// <summary>What a pod that is not declared here is held to.</summary>
    [Fact]
    public async Task Namespaces_let_in_nothing_else()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var spaces = graph.Of("kubernetes:core/v1:Namespace");

            Assert.Equal(["ml-ta", "velero"], spaces.Select(space => space.PhysicalName()));
            Assert.All(spaces, space => Assert.Equal("restricted", space.Inputs["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Every_container_has_limits_and_is_promised_its_memory()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var velero = graph.Values("velero");
            JsonNode?[] all =
            [
                .. graph.Containers().Select(container => container["resources"]),
                velero["resources"], Assert.Single(velero["initContainers"].Items())["resources"],
                graph.Values("cluster-autoscaler")["resources"],
            ];

            Assert.All(all, resources =>
            {
                Assert.NotNull(resources!["limits"]!["cpu"]);
                Assert.NotNull(resources["requests"]!["cpu"]);
                Assert.Equal(resources["limits"]!["memory"]!.GetValue<string>(), resources["requests"]!["memory"]!.GetValue<string>());
            });
        }
    }

    [Fact]
    public async Task What_a_container_writes_goes_to_a_limited_folder()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.PodTemplates(), pod => Assert.Contains("""{"emptyDir":{"sizeLimit":"1Gi"},"name":"tmp"}""", pod.Template["spec"]!["volumes"].Json(), StringComparison.Ordinal));
            Assert.All(graph.Containers(), container => Assert.Contains("""{"mountPath":"/tmp","name":"tmp"}""", container["volumeMounts"].Json(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_what_asks_the_api_server_has_a_token_for_it()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.PodTemplates(), pod => Assert.False(pod.Template["spec"]!["automountServiceAccountToken"]!.GetValue<bool>()));
            Assert.Equal(
                ["cluster-autoscaler", "velero"],
                graph.Of(ServiceAccount).Where(account => account.Inputs["automountServiceAccountToken"]!.GetValue<bool>()).Select(account => account.PhysicalName()));
        }
    }

    [Fact]
    public async Task Every_service_account_that_a_pod_uses_has_a_role_of_its_own()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var associations = graph.Of("aws:eks/podIdentityAssociation:PodIdentityAssociation")
                .ToDictionary(association => $"{association.Text("namespace")}/{association.Text("serviceAccount")}", association => association.Text("roleArn"));
            string[] used =
            [
                .. graph.PodTemplates().Select(pod => $"{pod.Namespace}/{pod.Template["spec"]!["serviceAccountName"]!.GetValue<string>()}"),
                $"velero/{graph.Values("velero")["serviceAccount"]!["server"]!["name"]!.GetValue<string>()}",
                $"kube-system/{graph.Values("cluster-autoscaler")["rbac"]!["serviceAccount"]!["name"]!.GetValue<string>()}",
            ];

            Assert.Equal(5, used.Distinct().Count());
            Assert.All(used, account => Assert.Contains(account, associations.Keys));
            Assert.Equal(used.Order(StringComparer.Ordinal), graph.Of(ServiceAccount).Select(account => $"{account.Namespace()}/{account.PhysicalName()}").Order(StringComparer.Ordinal));
            Assert.Equal(associations.Count, associations.Values.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("ml-ta", "ml-ta-api", "api")]
    [InlineData("ml-ta", "ml-ta-worker", "worker")]
    [InlineData("ml-ta", "ml-ta-heartbeat", "heartbeat")]
    [InlineData("velero", "velero", "velero")]
    [InlineData("kube-system", "cluster-autoscaler", "cluster-autoscaler")]
    public async Task A_service_account_has_the_rights_that_are_meant_for_it(string space, string account, string role)
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var association = Assert.Single(
                graph.Of("aws:eks/podIdentityAssociation:PodIdentityAssociation"),
                association => (association.Text("namespace"), association.Text("serviceAccount")) == (space, account));

            Assert.Equal($"arn:aws:iam::111122223333:role/${{aws:iam/role:Role::cluster-{role}.name}}", association.Text("roleArn"));
            Assert.Equal($"ml-ta-{graph.Stack}", association.Text("clusterName"));
        }
    }

    [Fact]
    public async Task Charts_make_no_service_accounts_besides()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.False(graph.Values("velero")["serviceAccount"]!["server"]!["create"]!.GetValue<bool>());
            Assert.False(graph.Values("cluster-autoscaler")["rbac"]!["serviceAccount"]!["create"]!.GetValue<bool>());
        }
    }
}
