using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What is made anew in an <c>up</c>, so that whoever takes its ID is given another one, though the text of the token stays the same.</summary>
internal sealed class Renewal : IEquatable<Renewal>
{
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string KubernetesProvider = "pulumi:providers:kubernetes";

    private static readonly PropertyPath s_templateVersion = PropertyPath.Parse("launchTemplate.version");

    /// <summary>How the tokens of what is made anew begin.</summary>
    private readonly IReadOnlySet<string> _tokens;

    /// <summary>How the tokens of launch templates with a new version begin.</summary>
    private readonly IReadOnlySet<string> _newVersions;

    /// <summary>Kubernetes providers that are replaced, and with them all that they made.</summary>
    private readonly bool _replacesCluster;

    private Renewal(IEnumerable<ResourceChange> changes)
    {
        var all = changes.ToList();
        var renewed = all.Where(change => change.Kind is ChangeKind.Create or ChangeKind.Replace).ToList();
        _tokens = renewed.Select(change => TokenOf(change.Resource)).ToHashSet();
        _newVersions = all.Where(change => change is { Kind: ChangeKind.Update, Resource.Type: LaunchTemplate }).Select(change => TokenOf(change.Resource)).ToHashSet();
        _replacesCluster = renewed.Any(change => change.Resource.Type == KubernetesProvider);
    }

    public static Renewal None { get; } = new([]);

    public static Renewal Of(IEnumerable<ResourceChange> changes) => new(changes);

    /// <summary>The inputs that are given something else, though they are declared as before.</summary>
    public IEnumerable<PropertyPath> Touches(DeclaredResource resource)
    {
        var taken = Holding(resource, _tokens);
        // A changed template has a new latest version, which offline is always the first.
        return resource.Type == NodeGroup && Holding(resource, _newVersions).Any() ? taken.Append(s_templateVersion) : taken;
    }

    /// <summary>Why a resource is replaced whatever its inputs are; null where it is not.</summary>
    public string? Replaces(DeclaredResource before, DeclaredResource after) =>
        _replacesCluster && before.Region == after.Region && after.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            ? "its cluster is another one"
            : null;

    public bool Equals(Renewal? other) => other is not null
        && _replacesCluster == other._replacesCluster
        && _tokens.SetEquals(other._tokens)
        && _newVersions.SetEquals(other._newVersions);

    public override bool Equals(object? obj) => Equals(obj as Renewal);

    public override int GetHashCode() => HashCode.Combine(_tokens.Count, _newVersions.Count, _replacesCluster);

    private static IEnumerable<PropertyPath> Holding(DeclaredResource resource, IReadOnlySet<string> tokens) => tokens.Count == 0
        ? []
        : PropertyDifferences.Where(resource.Inputs, text => tokens.Any(token => text.Contains(token, StringComparison.Ordinal)));

    private static string TokenOf(DeclaredResource resource) => $"${{{resource.Type}::{resource.Name}.";
}
