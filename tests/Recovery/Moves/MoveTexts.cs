using MlTa.Recovery.Moves;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Moves as lines.</summary>
internal static class MoveTexts
{
    /// <summary>What each <c>up</c> changes, as people see it: <c>activate: secondary role standby -> active</c>.</summary>
    public static IEnumerable<string> Texts(this Move move) =>
        from phase in move.Phases
        from change in phase.Config
        let to = change.To is null ? "nothing" : Unknowns.Show(change.To)
        select $"{phase.Id}: {change.Stack} {change.Key["ml-ta:".Length..]} {change.From ?? "nothing"} -> {to}";

    public static IEnumerable<string> Ids(this Move move) => move.Phases.Select(phase => phase.Id);
}
