using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

public sealed class ReplacementFactsTests
{
    /// <summary>Properties of which no source that was read says what a change does, or of which the answer depends on more than the property.</summary>
    private static readonly string[] s_knownToBeUnknown =
    [
        "aws:eks/cluster:Cluster deletionProtection",
        "aws:eks/cluster:Cluster encryptionConfig.provider.keyArn",
        "aws:eks/cluster:Cluster encryptionConfig.resources[]",
        "aws:elasticache/replicationGroup:ReplicationGroup engine",
        "aws:elasticache/replicationGroup:ReplicationGroup engineVersion",
        "aws:elasticache/replicationGroup:ReplicationGroup transitEncryptionEnabled",
        "aws:elasticache/replicationGroup:ReplicationGroup transitEncryptionMode",
        "aws:fis/experimentTemplate:ExperimentTemplate experimentOptions.accountTargeting",
        "kubernetes:helm.sh/v3:Release compat",
        // They change all resources that can be tagged, or all resources.
        "pulumi:providers:aws defaultTags",
        "pulumi:providers:aws region",
    ];

    [Fact]
    public async Task Every_property_that_a_stack_declares_has_a_fact_or_is_known_to_have_none()
    {
        var unknown = (await DeclaredStacks.InEveryStateAsync())
            .SelectMany(graph => graph.Resources)
            .Where(resource => !resource.IsComponent)
            .SelectMany(Unknown)
            .Where(property => !IsFixedByTheType(property))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(
            s_knownToBeUnknown.SequenceEqual(unknown),
            "say in infra/Recovery/Changes/Facts what a change of these does, from the provider's sources, or add them to the list of this test: "
            + $"{string.Join(", ", unknown.Except(s_knownToBeUnknown))}; "
            + $"and take from the list: {string.Join(", ", s_knownToBeUnknown.Except(unknown))}");
    }

    /// <summary>All that a resource declares, seen as a change from nothing.</summary>
    private static IEnumerable<string> Unknown(DeclaredResource resource) => Declared
        .Changes([resource with { Inputs = [] }], [resource with { IgnoreChanges = [] }])
        .SelectMany(change => change.Properties)
        .Where(path => ReplacementFacts.EffectOf(resource.Type, path) == PropertyEffect.Unknown)
        .Select(path => $"{resource.Type} {Text(path)}");

    private static bool IsFixedByTheType(string property) =>
        property.StartsWith("kubernetes:", StringComparison.Ordinal) && property.Split(' ')[^1] is "apiVersion" or "kind";

    /// <summary>Places in lists do not matter.</summary>
    private static string Text(string path) => string.Concat(path.Where(letter => !char.IsAsciiDigit(letter)));
}
