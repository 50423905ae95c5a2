using System.Text.Json.Nodes;
using MlTa.Offline;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>Kubernetes objects of a graph, by the names that they have in the cluster.</summary>
internal static class KubernetesObjects
{
    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string CronJob = "kubernetes:batch/v1:CronJob";
    public const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    public const string Release = "kubernetes:helm.sh/v3:Release";
    public const string ServiceAccount = "kubernetes:core/v1:ServiceAccount";

    public static string PhysicalName(this DeclaredResource resource) => resource.Inputs["metadata"]!["name"]!.GetValue<string>();

    public static string? Namespace(this DeclaredResource resource) => resource.Inputs["metadata"]!["namespace"]?.GetValue<string>();

    /// <summary>The one of this name, or none.</summary>
    public static DeclaredResource? Find(this StackGraph graph, string type, string name) =>
        graph.Resources.SingleOrDefault(resource => resource.Type == type && resource.PhysicalName() == name);

    public static DeclaredResource Get(this StackGraph graph, string type, string name)
    {
        var resource = graph.Find(type, name);
        Assert.True(resource is not null, $"there is no {type} {name}");
        return resource;
    }

    /// <summary>The values of a chart's release.</summary>
    public static JsonNode Values(this StackGraph graph, string release) =>
        graph.Of(Release).Single(resource => resource.Text("name") == release).Inputs["values"]!;

    public static string Json(this JsonNode? node) => node?.ToJsonString() ?? "";

    /// <summary>Every pod template, with the namespace that its pods are in.</summary>
    public static IReadOnlyList<(string Namespace, JsonNode Template)> PodTemplates(this StackGraph graph)
    {
        (string, JsonNode)[] templates =
        [
            .. graph.Resources.Where(resource => resource.Type == Deployment)
                .Select(resource => (resource.Namespace()!, resource.Inputs["spec"]!["template"]!)),
            .. graph.Resources.Where(resource => resource.Type == CronJob)
                .Select(resource => (resource.Namespace()!, resource.Inputs["spec"]!["jobTemplate"]!["spec"]!["template"]!)),
        ];
        Assert.NotEmpty(templates);
        return templates;
    }

    /// <summary>Every container of <see cref="PodTemplates"/>.</summary>
    public static IReadOnlyList<JsonObject> Containers(this StackGraph graph) =>
        [.. graph.PodTemplates().SelectMany(pod => pod.Template["spec"]!["containers"].Items())];

    /// <summary>The container of a deployment.</summary>
    public static JsonObject Container(this StackGraph graph, string deployment) =>
        Assert.Single(graph.Get(Deployment, deployment).Inputs["spec"]!["template"]!["spec"]!["containers"].Items());
}
