using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>What one stack declares, and what its settings mean it for.</summary>
internal sealed class JudgedStack(StackSettings settings, StackGraph graph)
{
    private readonly ILookup<string, DeclaredResource> _byType = graph.Resources.ToLookup(resource => resource.Type);

    public StackSettings Settings => settings;

    public StackGraph Graph => graph;

    public string Name => graph.Stack;

    public string Region => graph.Region;

    public Role Role => graph.Role;

    public RegionNames Names => settings.Names;

    /// <summary>Whether users can be served from here now, or after a failover.</summary>
    public bool CanServe => Role is Role.Active or Role.Standby;

    public IReadOnlyList<DeclaredResource> Of(string type) => [.. _byType[type]];

    /// <summary>The resources of a type that are made with an output of another one, as a bucket's versioning is with the bucket.</summary>
    public IReadOnlyList<DeclaredResource> Users(DeclaredResource owner, string type) =>
        [.. _byType[type].Where(resource => resource.DataDependsOn.Contains(owner.Urn))];

    /// <summary>The resources of a type whose outputs another one is made with.</summary>
    public IReadOnlyList<DeclaredResource> Sources(DeclaredResource user, string type) =>
        [.. _byType[type].Where(resource => user.DataDependsOn.Contains(resource.Urn))];

    public Gap Gap(DeclaredResource resource, string problem) => new(Name, resource.Urn, problem);

    /// <summary>Where there is no resource that it could be about.</summary>
    public Gap Gap(string missing, string problem) => new(Name, missing, problem);
}
