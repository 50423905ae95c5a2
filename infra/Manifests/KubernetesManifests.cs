using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Manifests;

/// <summary>The Kubernetes objects of a stack as the files that <c>kubectl</c> and validators read, and Helm releases as values for <c>helm template</c>.</summary>
public static class KubernetesManifests
{
    private const string Package = "kubernetes:";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    public static IReadOnlyList<ManifestFile> Of(StackGraph graph) =>
        [.. graph.Resources
            .Where(resource => resource.Type.StartsWith(Package, StringComparison.Ordinal))
            .Select(resource => resource.Type == Release ? ValuesOf(resource) : ObjectOf(resource))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];

    private static ManifestFile ObjectOf(DeclaredResource resource)
    {
        var inputs = resource.Inputs.DeepClone().AsObject();
        var kind = Text(inputs, "kind") ?? resource.Type.Split(':')[^1];
        var metadata = inputs["metadata"] as JsonObject ?? [];
        return new(
            string.Join('-', ((string?[])[kind, Text(metadata, "namespace"), Text(metadata, "name") ?? resource.Name]).OfType<string>()).ToLowerInvariant() + ".yaml",
            YamlText.Of(kind == "Secret" ? WithoutData(inputs) : inputs));
    }

    private static ManifestFile ValuesOf(DeclaredResource release)
    {
        var inputs = release.Inputs;
        (string Name, string? Value)[] source =
        [
            ("chart", Text(inputs, "chart")),
            ("repository", Text(inputs["repositoryOpts"] as JsonObject ?? [], "repo")),
            ("version", Text(inputs, "version")),
            ("namespace", Text(inputs, "namespace")),
        ];
        return new(
            $"{Text(inputs, "name") ?? release.Name}.values.yaml",
            string.Concat(source.Where(line => line.Value is not null).Select(line => $"# {line.Name}: {line.Value}\n"))
                + YamlText.Of(inputs["values"] ?? new JsonObject()));
    }

    /// <summary>Values of <c>data</c> are Base64, which <c>[secret]</c> is not; those of <c>stringData</c> mean the same and are plain.</summary>
    private static JsonObject WithoutData(JsonObject secret)
    {
        if (secret["data"] is JsonObject data)
        {
            var text = secret["stringData"] as JsonObject ?? [];
            foreach (var (key, value) in data)
            {
                text.TryAdd(key, value?.DeepClone());
            }

            secret.Remove("data");
            secret["stringData"] = text;
        }

        return secret;
    }

    private static string? Text(JsonObject map, string key) => map[key]?.GetValue<string>();
}
