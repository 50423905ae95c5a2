using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>The standby becomes the active stack.</summary>
public static class FailOver
{
    public const string ActivatePhase = "activate";
    public const string FencePhase = "fence";

    /// <summary>The old region does not answer: it is fenced as soon as it does.</summary>
    public static Move Sudden(Estate estate, string to) => Activate(new(estate), to).Then(next => FenceOld(next, estate.Active!.Stack));

    /// <summary>The old region still answers: it stops writing first, and the standby takes over once it has everything.</summary>
    public static Move Graceful(Estate estate, string to) => Activate(FenceOld(estate, estate.Active!.Stack), to);

    private static Move Activate(Move move, string to) =>
        move.Then(ActivatePhase, move.End[to] with { Role = Role.Active }, $"promote the database of {to}, start its workers and move users there");

    private static Move FenceOld(Estate estate, string old) =>
        new Move(estate).Then(FencePhase, estate[old] with { Role = Role.Fenced }, $"keep anybody from writing in {old}, and keep its data");
}
