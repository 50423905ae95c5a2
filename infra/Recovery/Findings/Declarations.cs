using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>What all stacks of one commit declare together.</summary>
internal sealed class Declarations
{
    /// <param name="stacks">The settings of every stack that has a graph; more do no harm.</param>
    /// <param name="graphs">What the stacks declare.</param>
    public Declarations(IReadOnlyList<StackSettings> stacks, IReadOnlyList<StackGraph> graphs)
    {
        Stacks = [.. graphs.Select(graph => new JudgedStack(stacks.Single(settings => settings.Stack == graph.Stack), graph))];
        Databases = All(ResourceTypes.Database);
        Writers = [.. Databases.Where(database => database.Stack.Role != Role.Fenced && database.IsOpen() && !database.IsReplica())];
        Replications = ObjectReplication.In(this);
    }

    public IReadOnlyList<JudgedStack> Stacks { get; }

    public IReadOnlyList<PlacedResource> Databases { get; }

    /// <summary>The databases that somebody can write to. Those of a fenced stack are another rule's.</summary>
    public IReadOnlyList<PlacedResource> Writers { get; }

    /// <summary>The one that can be written; null where there are none or several, so that what depends on it is not judged.</summary>
    public PlacedResource? Writer => Writers is [var only] ? only : null;

    public IReadOnlyList<ObjectReplication> Replications { get; }

    /// <summary>The resources of a type in all stacks.</summary>
    public IReadOnlyList<PlacedResource> All(string type) =>
        [.. Stacks.SelectMany(stack => stack.Of(type).Select(resource => new PlacedResource(stack, resource)))];

    /// <summary>The stacks that a stack's copies can be sent to now.</summary>
    public IEnumerable<JudgedStack> PeersOf(JudgedStack stack) =>
        stack.Settings.ExistingPeers.SelectMany(peer => Stacks.Where(other => other.Name == peer.Stack));
}
