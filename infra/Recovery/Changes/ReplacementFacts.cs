using MlTa.Recovery.Changes.Facts;

namespace MlTa.Recovery.Changes;

/// <summary>
/// What the change of an input does. For AWS it was read in terraform-provider-aws 5.43 of March 2024: an input that replaces has
/// ForceNew or RequiresReplace there. Pulumi.Aws 7.48.0 is built on a newer release, so its property docs were searched for what they
/// say against it. For Kubernetes it was read in pulumi-kubernetes of July 2026, after 4.32. What these do not settle is left out.
/// </summary>
public static class ReplacementFacts
{
    private static readonly Dictionary<string, Entry> s_facts = Tables().ToDictionary(facts => facts.Type, facts => new Entry(facts));

    public static IReadOnlyCollection<TypeFacts> All { get; } = [.. s_facts.Values.Select(entry => entry.Facts)];

    /// <summary>What a change of an input does to a resource of the type; the most specific fact wins.</summary>
    /// <param name="type">The Pulumi type.</param>
    /// <param name="path">As Pulumi writes it: <c>rules[0].schedule</c>.</param>
    public static PropertyEffect EffectOf(string type, string path) => EffectOf(type, PropertyPath.Parse(path));

    internal static PropertyEffect EffectOf(string type, PropertyPath path)
    {
        if (!s_facts.TryGetValue(type, out var entry))
        {
            return PropertyEffect.Unknown;
        }

        var names = path.Names.ToList();
        return Enumerable.Range(0, names.Count)
            .Select(dropped => string.Join('.', names.SkipLast(dropped)))
            .Where(entry.Effects.ContainsKey)
            .Select(prefix => entry.Effects[prefix])
            .FirstOrDefault(PropertyEffect.Unknown);
    }

    private static IEnumerable<TypeFacts> Tables() =>
    [
        .. BackupFacts.All,
        .. CacheFacts.All,
        .. ClusterFacts.All,
        .. DatabaseFacts.All,
        .. DnsFacts.All,
        .. IdentityFacts.All,
        .. KubernetesFacts.All,
        .. LoadBalancerFacts.All,
        .. LogFacts.All,
        .. MonitoringFacts.All,
        .. NetworkFacts.All,
        .. NotificationFacts.All,
        .. ProviderFacts.All,
        .. StorageFacts.All,
    ];

    private sealed class Entry(TypeFacts facts)
    {
        public TypeFacts Facts => facts;

        public IReadOnlyDictionary<string, PropertyEffect> Effects { get; } = new[]
        {
            (Paths: facts.Replacing, Effect: PropertyEffect.Replace),
            (Paths: facts.InPlace, Effect: PropertyEffect.InPlace),
            (Paths: facts.Refused, Effect: PropertyEffect.Refused),
        }.SelectMany(list => list.Paths, (list, path) => (path, list.Effect)).ToDictionary(entry => entry.path, entry => entry.Effect);
    }
}
