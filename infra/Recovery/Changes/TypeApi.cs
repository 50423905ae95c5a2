using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>The calls that a change of a resource of one type stands for: the one that does most of it, without those that only look or add tags.</summary>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Service">Who is called.</param>
/// <param name="Create">The action.</param>
/// <param name="Delete">The action.</param>
internal sealed record TypeApi(string Type, ServiceEndpoint Service, string Create, string Delete)
{
    /// <summary>Many services have one action for both.</summary>
    public string Update { get; init; } = Create;

    /// <summary>What else has to answer for a new one.</summary>
    public IReadOnlyList<Need> CreationNeeds { get; init; } = [];
}
