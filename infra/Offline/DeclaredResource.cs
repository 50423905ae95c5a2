using System.Text.Json.Nodes;

namespace MlTa.Offline;

/// <summary>One resource as it was declared.</summary>
public sealed record DeclaredResource
{
    /// <summary>As the engine would form it, with the types of all parents.</summary>
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The region of its provider; null where there is none, as for a component.</summary>
    public required string? Region { get; init; }

    /// <summary>URN of the parent; null for what the stack itself holds.</summary>
    public required string? Parent { get; init; }

    public required bool Protect { get; init; }

    /// <summary>URNs of explicit dependencies.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>URNs of the resources whose outputs are among the inputs.</summary>
    public required IReadOnlyList<string> DataDependsOn { get; init; }

    /// <summary>Sorted by key. Secrets are replaced, and what only AWS can assign is named as <c>${type::name.output}</c>.</summary>
    public required JsonObject Inputs { get; init; }

    public required bool IsComponent { get; init; }

    public required bool RetainOnDelete { get; init; }

    public required bool DeleteBeforeReplace { get; init; }

    public required IReadOnlyList<string> IgnoreChanges { get; init; }
}
