using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;

namespace MlTa.Recovery.Procedures;

/// <summary>A move, with what each <c>up</c> does.</summary>
public sealed record PlannedMove(Move Move, IReadOnlyList<PlannedUp> Ups)
{
    public PlannedUp this[string phase] => Ups.Single(up => up.Phase.Id == phase);

    public static async Task<PlannedMove> OfAsync(Move move, GraphCache graphs)
    {
        List<PlannedUp> ups = [];
        foreach (var phase in move.Phases)
        {
            var after = await graphs.OfAsync(phase.After);
            var before = phase.Before is null ? after with { Resources = [] } : await graphs.OfAsync(phase.Before);
            ups.Add(new(phase, before, after, StackChanges.Between(before, after)));
        }

        return new(move, ups);
    }
}
