using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What an <c>up</c> does with one resource, and why.</summary>
/// <param name="Stack">The stack whose <c>up</c> it is.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Before">As it is declared now; null for one that is new.</param>
/// <param name="After">As it will be declared; null for one that goes.</param>
/// <param name="Properties">The inputs that differ, as Pulumi writes their paths (<c>spec.replicas</c>); sorted. Empty for what is new or goes.</param>
public sealed record ResourceChange(string Stack, ChangeKind Kind, DeclaredResource? Before, DeclaredResource? After, IReadOnlyList<string> Properties)
{
    /// <summary>What decides the kind, as a clause; empty where the kind says it all.</summary>
    public string Why { get; init; } = "";

    /// <summary>The resource as it is known best: as it will be, or as it was.</summary>
    public DeclaredResource Resource => After ?? Before!;

    /// <summary>
    /// Whether the engine refuses it because of <c>Protect</c>. It does so for whatever leaves the stack, even if it
    /// would be retained (pulumi, pkg/resource/deploy/step.go), and for what would be replaced (step_generator.go).
    /// </summary>
    public bool IsRefused => Before is { Protect: true } && Kind switch
    {
        ChangeKind.Delete or ChangeKind.Retain => true,
        ChangeKind.Replace => After is { Protect: true },
        _ => false,
    };
}
