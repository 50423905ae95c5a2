using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What is done with a resource that stays in the stack.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Why">What decides it, as a clause.</param>
internal sealed record Verdict(ChangeKind Kind, string Why)
{
    /// <summary>Null where nothing is done.</summary>
    public static Verdict? Of(DeclaredResource before, DeclaredResource after, IReadOnlyList<PropertyPath> differing)
    {
        if (before.Region != after.Region)
        {
            return new(ChangeKind.Replace, $"it moves from {before.Region ?? "no region"} to {after.Region ?? "no region"}");
        }

        var effects = differing.ToLookup(path => EffectOf(before, after, path));
        return effects switch
        {
            _ when differing.Count == 0 => null,
            _ when effects.Contains(PropertyEffect.Replace) => new(ChangeKind.Replace, $"{List(effects[PropertyEffect.Replace])} can only be set when it is made"),
            _ when effects.Contains(PropertyEffect.Unknown) => new(ChangeKind.Unknown, $"nobody has said what a change of {List(effects[PropertyEffect.Unknown])} does"),
            _ when effects.Contains(PropertyEffect.Refused) => new(ChangeKind.Impossible, $"the provider refuses every change of {List(effects[PropertyEffect.Refused])}"),
            _ when Promotion.IsPromotion(before, after) => new(ChangeKind.Promote, "it stops following its source"),
            _ => new(ChangeKind.Update, ""),
        };
    }

    /// <summary>The one thing that a replica can do with its source is to leave it.</summary>
    private static PropertyEffect EffectOf(DeclaredResource before, DeclaredResource after, PropertyPath path) =>
        Promotion.IsPromotion(before, after) && path.ToString() == Promotion.Source ? PropertyEffect.InPlace : ReplacementFacts.EffectOf(after.Type, path);

    private static string List(IEnumerable<PropertyPath> paths) => string.Join(", ", paths);
}
