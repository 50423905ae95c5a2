namespace MlTa.Recovery.Changes;

/// <summary>What changes of a type's inputs do. An input that is in none of the lists is unknown.</summary>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Source">The file that says so; see <see cref="ReplacementFacts"/> for its version.</param>
public sealed record TypeFacts(string Type, string Source)
{
    /// <summary>Paths without places in lists, such as <c>vpcConfig.subnetIds</c>; each holds for all that is inside of it, but what has its own entry.</summary>
    public IReadOnlyList<string> Replacing { get; init; } = [];

    public IReadOnlyList<string> InPlace { get; init; } = [];

    public IReadOnlyList<string> Refused { get; init; } = [];
}
