using System.Reflection;
using k8s;
using k8s.Models;
using MlTa.Manifests;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Manifests;

/// <summary>An independent judge: the official C# client, which knows every field of every kind, reads what the stacks declare.</summary>
public sealed class JudgedManifestTests
{
    private static readonly MethodInfo s_read = typeof(KubernetesYaml).GetMethods()
        .Single(method => method.Name == nameof(KubernetesYaml.Deserialize) && method.GetParameters() is [var text, _] && text.ParameterType == typeof(string));

    private static readonly Dictionary<(string ApiVersion, string Kind), Type> s_kinds = typeof(V1Pod).Assembly.GetExportedTypes()
        .Select(type => (Type: type, Entity: type.GetCustomAttribute<KubernetesEntityAttribute>()))
        .Where(kind => kind.Entity is not null)
        .ToDictionary(kind => (kind.Entity!.Group.Length == 0 ? kind.Entity.ApiVersion : $"{kind.Entity.Group}/{kind.Entity.ApiVersion}", kind.Entity.Kind), kind => kind.Type);

    [Fact]
    public async Task Every_object_has_only_fields_that_its_kind_has()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var files = Objects(graph);

            Assert.NotEmpty(files);
            Assert.All(files, file => Read(file.Text));
        }
    }

    [Fact]
    public async Task Every_object_has_a_name_of_its_own_and_a_namespace_unless_it_is_one()
    {
        string[] ofTheWholeCluster = ["Namespace", "StorageClass"];
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(Objects(graph).Select(file => Read(file.Text)), manifest =>
            {
                Assert.False(string.IsNullOrEmpty(manifest.Metadata.Name), manifest.Kind);
                Assert.Equal(ofTheWholeCluster.Contains(manifest.Kind), manifest.Metadata.NamespaceProperty is null);
            });
        }
    }

    [Fact]
    public async Task Nothing_of_an_object_is_lost_on_the_way()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(Objects(graph), file => Assert.Equal(Leaves(file.Text), Leaves(KubernetesYaml.Serialize(Read(file.Text)))));
        }
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndatum:\n  b: c\n")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  nome: a\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: several\n")]
    public void The_judge_refuses_what_is_wrong(string text) => Assert.ThrowsAny<Exception>(() => Read(text));

    private static IReadOnlyList<ManifestFile> Objects(StackGraph graph) =>
        [.. KubernetesManifests.Of(graph).Where(file => !file.Name.EndsWith(".values.yaml", StringComparison.Ordinal))];

    private static IKubernetesObject<V1ObjectMeta> Read(string text)
    {
        var kind = KubernetesYaml.Deserialize<Kind>(text);
        Assert.True(s_kinds.TryGetValue((kind.ApiVersion, kind.Name), out var type), $"no kind {kind}");
        return (IKubernetesObject<V1ObjectMeta>)s_read.MakeGenericMethod(type).Invoke(null, [text, true])!;
    }

    /// <summary>Every value with the way to it.</summary>
    private static IEnumerable<string> Leaves(string yaml) =>
        Leaves(new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<object>(yaml), "").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Leaves(object? node, string path) => node switch
    {
        IDictionary<object, object?> { Count: > 0 } map => map.SelectMany(entry => Leaves(entry.Value, $"{path}.{entry.Key}")),
        IList<object?> { Count: > 0 } list => list.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        string text => [$"{path}: {text}"],
        _ => [$"{path}: nothing"],
    };

    private sealed record Kind
    {
        [YamlDotNet.Serialization.YamlMember(Alias = "apiVersion")]
        public string ApiVersion { get; init; } = "";

        [YamlDotNet.Serialization.YamlMember(Alias = "kind")]
        public string Name { get; init; } = "";
    }
}
