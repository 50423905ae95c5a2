namespace MlTa.Recovery.Evidence;

/// <summary>Resources of one stack that take part in a recovery.</summary>
/// <param name="Stack">The stack that declares them.</param>
/// <param name="Types">Every resource of these types.</param>
public sealed record PartSelection(string Stack, IReadOnlyList<string> Types)
{
    /// <summary>Of these types only what the others use, such as the key of a vault and no other key.</summary>
    public IReadOnlyList<string> UsedTypes { get; init; } = [];
}
