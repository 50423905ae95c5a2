using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;

namespace MlTa.Recovery.Procedures;

/// <summary>One <c>up</c> of a procedure, and what it does.</summary>
/// <param name="Phase">What it is for.</param>
/// <param name="Before">What the stack declares until then; nothing, where it is new.</param>
/// <param name="After">What it declares from then on.</param>
/// <param name="Changes">The difference.</param>
public sealed record PlannedUp(Phase Phase, StackGraph Before, StackGraph After, IReadOnlyList<ResourceChange> Changes);
