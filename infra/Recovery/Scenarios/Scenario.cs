namespace MlTa.Recovery.Scenarios;

/// <summary>Something that can go wrong, or that is done on purpose.</summary>
/// <param name="Id">Stable: waivers name it.</param>
/// <param name="Category">How bad it is, which decides how long it may take.</param>
/// <param name="Lost">The regions that are lost or, if graceful, left; in alphabetical order.</param>
/// <param name="IsGraceful">Whether what is lost still answers while it is left.</param>
public sealed record Scenario(string Id, Category Category, IReadOnlyList<string> Lost, bool IsGraceful)
{
    private const char Together = '+';

    private static readonly bool[] s_modes = [false, true];

    public const string Zone = "zone";
    public const string Content = "content";
    public const string Service = "service";

    public static Scenario OfRegions(IEnumerable<string> lost, bool isGraceful)
    {
        string[] regions = [.. lost.Order(StringComparer.Ordinal)];
        return new($"{string.Join(Together, regions)}{(isGraceful ? "-graceful" : "")}", Category.Catastrophic, regions, isGraceful);
    }

    /// <summary>All sets of lost regions, the small ones first, each sudden and graceful.</summary>
    public static IEnumerable<Scenario> Lattice(IReadOnlyList<string> regions) =>
        from size in Enumerable.Range(1, regions.Count)
        from lost in Subsets([.. regions.Order(StringComparer.Ordinal)], size)
        from isGraceful in s_modes
        select OfRegions(lost, isGraceful);

    private static IEnumerable<ImmutableList<string>> Subsets(ImmutableList<string> regions, int size) => size == 0
        ? [[]]
        : regions.SelectMany((region, index) => Subsets(regions.RemoveRange(0, index + 1), size - 1).Select(rest => rest.Insert(0, region)));
}
