using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>One <c>up</c> of a procedure.</summary>
/// <param name="Id">Unique in its procedure.</param>
/// <param name="Before">What the stack's file says until then; null where the stack is new.</param>
/// <param name="After">What it says from then on.</param>
/// <param name="Purpose">What the <c>up</c> is for, as an order.</param>
public sealed record Phase(string Id, StackSettings? Before, StackSettings After, string Purpose)
{
    public string Stack => After.Stack;

    public IReadOnlyList<ConfigChange> Config => Before is null ? [] : SettingsChanges.Between(Before, After);
}
