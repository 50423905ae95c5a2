using MlTa.Offline;

namespace MlTa.Recovery.Procedures;

/// <summary>Every order in which the <c>up</c>s of a move could be run, and which of them would have two regions write at once.</summary>
/// <param name="Checked">How many orders there are.</param>
/// <param name="Unsafe">Those with two writers at some moment, as the phases' IDs.</param>
/// <param name="IsStatedOrderSafe">Whether the order of the move is none of them.</param>
public sealed record WriterOrders(int Checked, IReadOnlyList<IReadOnlyList<string>> Unsafe, bool IsStatedOrderSafe)
{
    /// <param name="ups">The <c>up</c>s in the order of the move. Those of one stack keep theirs: its files say so.</param>
    /// <param name="start">What every stack declares before.</param>
    /// <param name="lost">The regions in which nothing runs, and nothing can be changed.</param>
    public static WriterOrders Of(IReadOnlyList<PlannedUp> ups, IReadOnlyList<StackGraph> start, IReadOnlySet<string> lost)
    {
        PlannedUp[] possible = [.. ups.Where(up => !lost.Contains(up.After.Region))];
        var orders = Orders([.. possible.GroupBy(up => up.Phase.Stack).Select(stack => stack.ToArray())]).ToList();
        var living = start.Where(graph => !lost.Contains(graph.Region)).ToList();
        return new(
            orders.Count,
            [.. orders.Where(order => !IsSafe(order, living)).Select(order => order.Select(up => up.Phase.Id).ToList())],
            IsSafe(possible, living));
    }

    private static bool IsSafe(IEnumerable<PlannedUp> order, IEnumerable<StackGraph> start)
    {
        var writing = start.Where(Writers.In).Select(graph => graph.Stack).ToHashSet();
        foreach (var up in order)
        {
            if (Writers.In(up.After))
            {
                writing.Add(up.Phase.Stack);
            }
            else
            {
                writing.Remove(up.Phase.Stack);
            }

            if (writing.Count > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All ways to merge the stacks' own orders into one.</summary>
    private static IEnumerable<ImmutableList<PlannedUp>> Orders(ImmutableArray<PlannedUp[]> remaining)
    {
        if (remaining.All(stack => stack.Length == 0))
        {
            return [[]];
        }

        return remaining
            .Where(stack => stack.Length > 0)
            .SelectMany(stack => Orders(remaining.Replace(stack, stack[1..])).Select(rest => rest.Insert(0, stack[0])));
    }
}
