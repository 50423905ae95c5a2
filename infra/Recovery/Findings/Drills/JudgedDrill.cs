using MlTa.Offline;
using MlTa.Settings.Drills;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>What a drill declares, and what the stacks declare that it must not touch.</summary>
/// <param name="Settings">What the drill is meant for.</param>
/// <param name="Graph">What it declares.</param>
/// <param name="Standing">What the stacks that stand declare.</param>
internal sealed record JudgedDrill(DrillSettings Settings, StackGraph Graph, IReadOnlyList<StackGraph> Standing)
{
    public IEnumerable<DeclaredResource> Resources => Graph.Resources.Where(resource => !resource.IsComponent);

    public IEnumerable<DeclaredResource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public Gap Gap(DeclaredResource resource, string problem) => new(Graph.Stack, resource.Urn, problem);

    public Gap Gap(string missing, string problem) => new(Graph.Stack, missing, problem);
}
