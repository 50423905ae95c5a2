using System.Text.Json;
using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>One policy document and the resource whose input it is.</summary>
internal sealed record FoundPolicy(DeclaredResource Resource, string Path, JsonElement Document)
{
    /// <summary>Who may assume a role.</summary>
    public bool IsTrust => Path == "assumeRolePolicy";

    /// <summary>What a role may do: it is about the role, so it names nobody.</summary>
    public bool IsOfRole => Resource.Type == "aws:iam/rolePolicy:RolePolicy";

    public IReadOnlyList<FoundStatement> Statements =>
        [.. Document.GetProperty("Statement").EnumerateArray().Select(statement => new FoundStatement(this, statement))];

    public override string ToString() => $"{Resource.Urn} {Path}";
}
