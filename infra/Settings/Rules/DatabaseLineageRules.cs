using System.Globalization;

namespace MlTa.Settings.Rules;

/// <summary>Where a stack's databases come from, which of them it keeps, and of which it takes snapshots.</summary>
internal static class DatabaseLineageRules
{
    private const string StampFormat = "yyyyMMdd-HHmm";

    public static readonly Rule<StackSettings>[] All =
    [
        new("database.restoredFrom", s => s is { Role: Role.Active, Tier: Tier.Archive, Database: { RestoredFrom: null, Source: null } },
            _ => "an archive that becomes active restores its database, so say from which backup, got nothing", "role", "tier", "database.source"),

        new("database.restoredFrom", s => DatabaseOrigins.FlawOf(s.Database.Lineage, s) is not null,
            s => DatabaseOrigins.FlawOf(s.Database.Lineage, s)!, "region", "database.source"),

        new("database.restoredFrom.generation", s => s.Database.RestoredFrom?.Generation is { } generation && !Kept(s).Contains(generation),
            s => $"expected a generation of kept ({Shown(Kept(s))}), or, when that one is released, the name of its final snapshot as snapshot, got {s.Database.RestoredFrom!.Generation}", "database.kept"),

        new("database.kept", s => s.Database.Lineages.DistinctBy(lineage => lineage.Generation).Count() <= s.Database.Kept.Count,
            s => $"expected each generation once, and not the current {s.Database.Generation}, got {Shown(Kept(s))}", "database.generation"),

        new("database.kept", s => Kept(s).Any(generation => generation < 0 || generation > s.Database.Generation),
            s => $"what took their place is later, so give generations from 0 to below the current {s.Database.Generation}, got {Shown(Kept(s))}", "database.generation"),

        new("database.kept", s => FlawsOfKept(s).Any(), s => string.Join("; ", FlawsOfKept(s)), "region"),

        new("database.emergencySnapshots", s => Stamps(s).Any(stamp => !IsStamp(stamp)),
            s => $"expected stamps yyyymmdd-hhmm in UTC such as 20261123-0310, got {string.Join(", ", Stamps(s).Where(stamp => !IsStamp(stamp)).Select(stamp => $"'{stamp}'"))}"),

        new("database.emergencySnapshots", s => Stamps(s).Distinct().Count() != s.Database.EmergencySnapshots.Count,
            s => $"a stamp names one snapshot, so give each once, got {string.Join(", ", Stamps(s).Select(stamp => $"'{stamp}'"))}"),

        new("database.emergencySnapshots", s => WithoutDatabase(s).Any(),
            s => $"expected generations that this stack has in its role ({Shown(Declared(s))}), got {Shown(WithoutDatabase(s))}",
            "role", "peerExists", "database.generation", "database.kept"),
    ];

    private static IEnumerable<int> Kept(StackSettings settings) => settings.Database.Kept.Select(lineage => lineage.Generation);

    private static IEnumerable<int> Declared(StackSettings settings) => settings.HasDatabase ? Kept(settings).Prepend(settings.Database.Generation) : Kept(settings);

    private static IEnumerable<int> WithoutDatabase(StackSettings settings) =>
        settings.Database.EmergencySnapshots.Select(snapshot => snapshot.Generation).Except(Declared(settings));

    private static IEnumerable<string> FlawsOfKept(StackSettings settings) =>
        from lineage in settings.Database.Kept
        let flaw = DatabaseOrigins.FlawOf(lineage, settings) ?? DatabaseOrigins.OrderFlawOf(lineage)
        where flaw is not null
        select $"generation {lineage.Generation}: {flaw}";

    private static IEnumerable<string> Stamps(StackSettings settings) => settings.Database.EmergencySnapshots.Select(snapshot => snapshot.Stamp);

    private static bool IsStamp(string text) => DateTime.TryParseExact(text, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Shown(IEnumerable<int> generations) => string.Join(", ", generations.Select(generation => $"{generation}").DefaultIfEmpty("none"));
}
