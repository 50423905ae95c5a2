using System.Text.RegularExpressions;
using MlTa.Naming;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Rules;

/// <summary>What a stack is, where it is, what it is called and whom it knows.</summary>
internal static partial class IdentityRules
{
    /// <summary>Of every stack, a drill's too.</summary>
    public static readonly Rule<DeployedSettings>[] OfAny =
    [
        new("region", s => !AwsRegions.IsKnown(s.Region), s => $"expected a commercial AWS region such as us-west-2, got '{s.Region}'"),

        new("account", s => !AccountPattern().IsMatch(s.Account), s => $"expected twelve digits in quotes, got '{s.Account}'"),

        new("prefix", s => !PrefixPattern().IsMatch(s.Prefix),
            s => $"expected small letters, digits and single hyphens, beginning with a letter, got '{s.Prefix}'"),

        SurvivalRules.StateBackend,
    ];

    public static readonly IRule<StackSettings>[] All =
    [
        Of("", s => !StackPattern().IsMatch(s.Stack),
            s => $"the stack's name is part of bucket names, so rename it to small letters, digits and single hyphens, got '{s.Stack}'"),

        Of("role", s => s.Tier == Tier.Archive && s.Role is not (Role.Archive or Role.Active),
            s => $"an archive keeps copies, and serves once every serving region is lost, so give archive or active, got {SettingNames.Of(s.Role)}", "tier"),

        Of("role", s => s.Tier != Tier.Archive && s.Role == Role.Archive,
            s => $"copies are kept by a stack of tier archive, so give active, standby or fenced, got {SettingNames.Of(s.Role)}", "tier"),

        Of("role", s => s.Role == Role.Drill, _ => $"a drill is a stack called {DrillSettings.StackName}-ID, so give active, standby, fenced or archive, got drill"),

        Of("tier", s => s.Tier == Tier.Drill, _ => $"a drill is a stack called {DrillSettings.StackName}-ID, so give serving or archive, got drill"),

        .. OfAny,

        Of("peers", s => s.Peers.Count == 0, _ => "expected the other stacks, got none"),

        Of("prefix", s => LongestName(s).Excess > 0,
            s => LongestName(s) is var (what, name, limit, _)
                ? $"AWS limits the name of {what} to {limit} characters, so give at most {limit - name.Length + s.Prefix.Length}, got {s.Prefix.Length}, which makes it '{name}'"
                : "", "region", "database.generation", "database.kept"),

        Of("peers", s => s.Peers.Select(peer => peer.Stack).Distinct().Count() != s.Peers.Count,
            s => $"expected each stack once, got {string.Join(", ", s.Peers.Select(peer => $"'{peer.Stack}'"))}"),

        Of("peers", s => s.Peers.Any(peer => peer.Stack == s.Stack), s => $"expected the other stacks only, got '{s.Stack}', which is this one"),

        Of("peers", s => s.Peers.Any(peer => !AwsRegions.IsKnown(peer.Region)),
            s => $"expected commercial AWS regions, got {string.Join(", ", s.Peers.Where(peer => !AwsRegions.IsKnown(peer.Region)).Select(peer => $"'{peer.Region}'"))}"),

        .. SurvivalRules.All,
    ];

    private static Rule<StackSettings> Of(string path, Func<StackSettings, bool> broken, Func<StackSettings, string> text, params string[] alsoReads) =>
        new(path, broken, text, alsoReads);

    /// <summary>The name that breaks its limit by the most.</summary>
    private static (string What, string Name, int Limit, int Excess) LongestName(StackSettings settings) =>
        NameLimits.Of(settings.Names, settings.Database.Lineages.Select(lineage => lineage.Generation))
            .Select(limited => (limited.What, limited.Name, limited.Limit, Excess: limited.Name.Length - limited.Limit))
            .MaxBy(limited => limited.Excess);

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex StackPattern();
}
