using MlTa.Offline;
using MlTa.Recovery.Changes;

namespace MlTa.Recovery.Procedures;

/// <summary>Which changes of one <c>up</c> wait for which others, as the engine would order them.</summary>
internal sealed class ChangeOrder
{
    private const string KubernetesTypes = "kubernetes:";
    private const string KubernetesProvider = "pulumi:providers:kubernetes";

    private readonly Dictionary<string, DeclaredResource> _resources;
    private readonly ILookup<string?, string> _children;
    private readonly Dictionary<string, HashSet<string>> _before = [];

    public ChangeOrder(PlannedUp up)
    {
        _resources = up.Before.Resources.Concat(up.After.Resources).GroupBy(resource => resource.Urn).ToDictionary(same => same.Key, same => same.Last());
        _children = _resources.Values.ToLookup(resource => resource.Parent, resource => resource.Urn);
    }

    /// <summary>URNs of everything that comes before the change, directly or not. A component stands for all that is in it.</summary>
    public IReadOnlySet<string> Before(ResourceChange change) => Before(change.Resource.Urn);

    private HashSet<string> Before(string urn)
    {
        if (_before.TryGetValue(urn, out var known))
        {
            return known;
        }

        // Filed before it is complete, so that a circle ends.
        var found = _before[urn] = [];
        if (_resources.TryGetValue(urn, out var resource))
        {
            foreach (var direct in resource.DependsOn.Concat(resource.DataDependsOn).Concat(ProviderOf(resource)).SelectMany(WithContent).Where(direct => direct != urn))
            {
                found.Add(direct);
                found.UnionWith(Before(direct));
            }
        }

        return found;
    }

    /// <summary>Every object waits for its cluster's provider, which waits for the cluster and its nodes; the graph does not say so.</summary>
    private IEnumerable<string> ProviderOf(DeclaredResource resource) => resource.Type.StartsWith(KubernetesTypes, StringComparison.Ordinal)
        ? _resources.Values.Where(other => other.Type == KubernetesProvider).Select(provider => provider.Urn)
        : [];

    private IEnumerable<string> WithContent(string urn) => _children[urn].SelectMany(WithContent).Prepend(urn);
}
