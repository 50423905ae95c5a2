using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What an <c>up</c> does with one resource, and why.</summary>
/// <param name="Stack">The stack whose <c>up</c> it is.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Before">As it is declared now; null for one that is new.</param>
/// <param name="After">As it will be declared; null for one that goes.</param>
/// <param name="Properties">The inputs that differ, and that are sent or compared; sorted. Empty for what is new or goes.</param>
public sealed record ResourceChange(string Stack, ChangeKind Kind, DeclaredResource? Before, DeclaredResource? After, IReadOnlyList<string> Properties)
{
    /// <summary>The resource as it is known best: as it will be, or as it was.</summary>
    public DeclaredResource Resource => After ?? Before!;
}
