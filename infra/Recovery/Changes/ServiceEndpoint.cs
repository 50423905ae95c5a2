using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>
/// A service that is told about a change, and where that has to work. From AWS fault isolation boundaries, 'Global services',
/// where nothing else is said.
/// </summary>
internal sealed record ServiceEndpoint
{
    /// <summary>Of the global services: IAM, public DNS, and what S3 keeps about buckets.</summary>
    public const string GlobalRegion = "us-east-1";

    /// <summary>As IAM writes it before the colon of an action.</summary>
    public required string Prefix { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where its control planes are, given the region of the resource; the first does the work.</summary>
    public Func<string, IReadOnlyList<string>> ControlPlanes { get; init; } = region => [region];

    public static Func<string, IReadOnlyList<string>> Global { get; } = _ => [GlobalRegion];

    public ApiCall Call(string action, string region, params IEnumerable<Need> others) =>
        new($"{Prefix}:{action}", [.. ControlPlanes(region).Distinct().Select(home => new Need(home, Name, Plane.Control)), .. others]);
}
