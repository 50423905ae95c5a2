using MlTa.Naming;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Rules.Drills;

/// <summary>What a drill and the stacks that stand must agree about: it restores their copies, runs what they run, and touches nothing of theirs.</summary>
/// <param name="drill">The drill, as far as its file could be read.</param>
/// <param name="stacks">The stacks that stand, as far as their files could be read.</param>
/// <param name="file">The drill's file.</param>
/// <param name="keyPrefix">The project's namespace.</param>
internal sealed class DrillPairRules(DrillSettings drill, IReadOnlyList<StackSettings> stacks, string file, string keyPrefix)
{
    private static readonly (string Path, Func<DrillSettings, string> Own, Func<StackSettings, string> Other)[] s_sizes =
    [
        ("database.instanceClass", own => own.Database.InstanceClass, other => other.Database.InstanceClass),
        ("cluster.version", own => own.Cluster.Version, other => other.Cluster.Version),
        ("cluster.instanceType", own => own.Cluster.InstanceType, other => other.Cluster.InstanceType),
        ("cache.nodeType", own => own.Cache.NodeType, other => other.Cache.NodeType),
        ("cache.engineVersion", own => own.Cache.EngineVersion, other => other.Cache.EngineVersion),
    ];

    /// <summary>Every disagreement at once.</summary>
    public IEnumerable<Problem> Check() => Rehearsal().Concat(stacks.SelectMany(Check)).Select(found => new Problem(file, keyPrefix + found.Path, found.Text));

    private IEnumerable<(string Path, string Text)> Rehearsal()
    {
        if (!drill.HasRead("rehearses") || !drill.HasRead("region") || stacks.Any(stack => !stack.HasRead("region") || !stack.HasRead("role")))
        {
            yield break;
        }

        var rehearsed = stacks.FirstOrDefault(stack => stack.Stack == drill.Rehearses);
        if (rehearsed is null)
        {
            yield return ("rehearses", $"expected a stack that stands, that is {string.Join(" or ", stacks.Select(stack => stack.Stack))}, got '{drill.Rehearses}'");
        }
        else if (rehearsed.Region != drill.Region)
        {
            yield return ("rehearses", $"the copies are restored where they are, so give the stack that is in {drill.Region}, got '{drill.Rehearses}', which is in {rehearsed.Region}");
        }
        else if (rehearsed.Role == Role.Active)
        {
            yield return ("rehearses", $"what is to be proved is a copy in another region than the one that serves, got '{drill.Rehearses}', which is active");
        }
        else
        {
            foreach (var (path, own, other) in s_sizes.Where(size => Both(size.Path, rehearsed) && size.Own(drill) != size.Other(rehearsed)))
            {
                yield return (path, $"what a drill measures holds for what it rehearses only if both are alike, which has '{other(rehearsed)}' in {Reading.StackFile.NameOf(rehearsed.Stack)}, got '{own(drill)}'");
            }
        }
    }

    private IEnumerable<(string Path, string Text)> Check(StackSettings stack)
    {
        var other = Reading.StackFile.NameOf(stack.Stack);
        if (Both("account", stack) && drill.Account != stack.Account)
        {
            yield return ("account", $"copies are restored in the account that has them, which is {stack.Account} in {other}, got {drill.Account}");
        }

        if (Both("prefix", stack) && drill.Prefix != stack.Prefix)
        {
            yield return ("prefix", $"all stacks share one prefix, which is '{stack.Prefix}' in {other}, got '{drill.Prefix}'");
        }

        foreach (var taken in Ranges(stack).Where(taken => Overlaps(drill.Network.CidrBlock, taken)))
        {
            yield return ("network.cidrBlock", $"must not overlap {taken} of {other}, got {drill.Network.CidrBlock}");
        }

        if (Both("stateBackend", stack) && drill.StateBackend == stack.StateBackend)
        {
            yield return ("stateBackend", $"whoever ends drills deletes states, so drills have a bucket of their own, got that of {other}, '{drill.StateBackend}'");
        }

        if (Both("workloads.version", stack) && stack.HasRead("role") && stack.Role == Role.Active && drill.Workloads.Version != stack.Workloads.Version)
        {
            yield return ("workloads.version", $"a drill runs what the active stack runs, which is '{stack.Workloads.Version}' in {other}, got '{drill.Workloads.Version}'");
        }
    }

    /// <summary>Its own and the one that is planned for after it.</summary>
    private IEnumerable<string> Ranges(StackSettings stack) => Both("network.cidrBlock", stack) && stack.HasRead("failover")
        ? [stack.Network.CidrBlock, .. stack.Failover?.Rehome is { } planned ? [planned.CidrBlock] : Array.Empty<string>()]
        : [];

    private static bool Overlaps(string range, string other) =>
        AddressRange.TryParse(range, out var own) && AddressRange.TryParse(other, out var taken) && own.Overlaps(taken);

    private bool Both(string key, StackSettings stack) => drill.HasRead(key) && stack.HasRead(key);
}
