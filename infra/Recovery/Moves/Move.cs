using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>A change of roles and lineages, <c>up</c> by <c>up</c>, in the order in which they are safe.</summary>
public sealed record Move(Estate Start, ImmutableArray<Phase> Phases)
{
    public Move(Estate start) : this(start, [])
    {
    }

    /// <summary>What the stack files say in the end.</summary>
    public Estate End => Phases.Aggregate(Start, (estate, phase) => estate.With(phase.After));

    /// <param name="id">Unique in the move.</param>
    /// <param name="after">What the stack's file says from then on.</param>
    /// <param name="purpose">What the <c>up</c> is for, as an order.</param>
    public Move Then(string id, StackSettings after, string purpose) =>
        this with { Phases = Phases.Add(new(id, End.Has(after.Stack) ? End[after.Stack] : null, after, purpose)) };

    public Move Then(Func<Estate, Move> next) => this with { Phases = Phases.AddRange(next(End).Phases) };
}
