using System.Text.RegularExpressions;
using MlTa.Naming;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Rules.Drills;

/// <summary>What AWS and the point of a drill refuse within its file.</summary>
public static partial class DrillRules
{
    /// <summary>Long enough for the slowest restore that is assumed, and for somebody to look at one that failed.</summary>
    public const int LongestLifeHours = 24;

    private static readonly IRule<DrillSettings>[] s_rules =
    [
        new Rule<DrillSettings>("", s => !StackPattern().IsMatch(s.Stack),
            s => $"a drill's stack is called {DrillSettings.StackName}-ID in small letters, digits and single hyphens, got '{s.Stack}'"),

        new Rule<DrillSettings>("", s => s.Names.Drill.Length > NameLimits.Cache,
            s => $"AWS limits the name of a cache to {NameLimits.Cache} characters, so shorten the stack's name, which makes it '{s.Names.Drill}' with {s.Names.Drill.Length}", "prefix"),

        new Rule<DrillSettings>("role", s => s.Role != Role.Drill, s => $"a stack called {DrillSettings.StackName} is a drill and nothing else, so give drill, got {SettingNames.Of(s.Role)}"),

        new Rule<DrillSettings>("tier", s => s.Tier != Tier.Drill, s => $"a stack called {DrillSettings.StackName} is a drill and nothing else, so give drill, got {SettingNames.Of(s.Tier)}"),

        .. IdentityRules.OfAny,

        .. NetworkRules.Of<DrillSettings>("network", "region", s => new(s.Region, s.Network.Zones, s.Network.CidrBlock)),

        .. DrillRestoreRules.All,

        DatabaseRules.InstanceClass<DrillSettings>(s => s.Database.InstanceClass),
        .. ClusterRules.All,
        .. CacheRules.All,
        WorkloadRules.Registry<DrillSettings>(s => s.Workloads.Registry),

        new Rule<DrillSettings>("workloads.registry", s => WorkloadRules.EcrRegionOf(s.Workloads.Registry) != s.Region,
            s => $"a drill's network reaches the container registry of its own region and nothing else, so give ACCOUNT.dkr.ecr.{s.Region}.amazonaws.com, got '{s.Workloads.Registry}'", "region"),

        WorkloadRules.Version<DrillSettings>(s => s.Workloads.Version),
    ];

    /// <summary>Every problem at once.</summary>
    /// <param name="settings">The settings, as far as they could be read.</param>
    /// <param name="file">The name that problems give.</param>
    /// <param name="keyPrefix">The project's namespace.</param>
    public static IReadOnlyList<Problem> Check(DrillSettings settings, string file, string keyPrefix) =>
        [.. StackRules.ProblemsOf(s_rules, settings, file, keyPrefix)];

    [GeneratedRegex($@"^{DrillSettings.StackName}(-[a-z0-9]+)*\z")]
    private static partial Regex StackPattern();
}
