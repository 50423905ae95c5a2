using System.Reflection;
using System.Text.RegularExpressions;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Tests.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What there is to prove follows from the stack files.</summary>
public sealed partial class RecoveryPathsTests
{
    [Fact]
    public void The_committed_stacks_have_the_plans_four_monthly_tests_and_its_quarterly_exercise() => Assert.Equal(
        [
            "restore-copy-us-east-1 Quarterly us-east-1", "restore-copy-eu-west-1 Quarterly eu-west-1", "restore-point-in-time-us-east-1 Quarterly us-east-1",
            "database-failover Monthly us-west-2", "application-recovery Monthly us-west-2", "object-replication Monthly us-west-2", "regional-failover-us-east-1 HalfYearly us-east-1",
        ],
        RecoveryPaths.Of(Plans.Committed).Select(path => $"{path.Id} {path.Interval} {path.Region}"));

    [Fact]
    public void After_a_failover_the_copies_are_elsewhere_and_nothing_can_be_promoted() => Assert.Equal(
        ["restore-copy-us-west-2", "restore-copy-eu-west-1", "database-failover", "application-recovery", "object-replication"],
        Ids(Plans.AfterFailover));

    [Fact]
    public void A_new_home_is_a_new_path()
    {
        var rehomed = Rehome.InPlaceOf(Plans.AfterFailover, "primary", Plans.Committed["secondary"].Failover!.Rehome!).End;

        Assert.Superset(new HashSet<string> { "restore-copy-us-east-2", "restore-point-in-time-us-east-2", "regional-failover-us-east-2" }, Ids(rehomed).ToHashSet());
    }

    [Fact]
    public void One_zone_has_nothing_to_fail_over_to() => Assert.DoesNotContain(
        "database-failover", Ids(Plans.Committed.With("primary", primary => primary.WithDatabase(database => database with { MultiAz = false }))));

    [Fact]
    public void Without_a_peer_yet_only_the_archive_has_copies() => Assert.Equal(
        ["restore-copy-eu-west-1"],
        Ids(new Estate([.. Plans.Committed.Stacks.Select(stack => stack with { PeerExists = false })])).Where(id => id.StartsWith("restore", StringComparison.Ordinal)));

    /// <summary>What a document or a setting says is not replaced, so nothing is measured in its place.</summary>
    [Fact]
    public void Every_path_measures_durations_that_are_assumed()
    {
        var assumed = typeof(Durations).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Duration))
            .Select(property => (Duration)property.GetValue(null)!)
            .Where(duration => duration.Grade == Grade.Assumed)
            .Select(duration => duration.Id)
            // Less than what the model calls the loss of a zone, so beside it.
            .Concat(["database.zone-failover", "zone.nodes-return"])
            .ToHashSet();

        Assert.All(Everywhere(), path =>
        {
            Assert.NotEmpty(path.Measures);
            Assert.Subset(assumed, path.Measures.ToHashSet());
            Assert.Equal(RecoveryPaths.PhaseOf(path.Id), path.Measures[0]);
        });
    }

    /// <summary>A check that no script prints would let no drill pass, and one that nobody asks for could be left out.</summary>
    [Fact]
    public void Every_check_of_the_scripts_is_asked_for()
    {
        var scripts = typeof(RecoveryPaths).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("checks/", StringComparison.Ordinal)).Select(Text).ToList();
        var asked = RecoveryPaths.ChecksOf(SampleEvidence.Path);
        var printed = scripts
            .SelectMany(text => CheckNames().Matches(text))
            .SelectMany(match => match.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => id.Split(':')[0].Trim('\''));

        Assert.All(asked, id => Assert.Contains(scripts, text => text.Contains(id, StringComparison.Ordinal)));
        Assert.Subset(asked.ToHashSet(), printed.ToHashSet());
    }

    [Fact]
    public void Every_path_can_be_written_down() => Assert.All(Everywhere(), path => Assert.True(RecoveryPaths.IsKnown(path.Id)));

    [Theory]
    [InlineData("restore-copy-us-west-2", true)]
    [InlineData("restore-point-in-time-ap-south-1", true)]
    [InlineData("restore-copy-", false)]
    [InlineData("restore-copy-us-west-9", false)]
    [InlineData("restore-from-memory", false)]
    public void A_path_is_known_in_every_region_of_aws(string id, bool isKnown) => Assert.Equal(isKnown, RecoveryPaths.IsKnown(id));

    /// <summary>A part that selects nothing would never change.</summary>
    [Fact]
    public async Task Every_selection_of_every_path_finds_each_of_its_types_in_its_stack()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.All(RecoveryPaths.Of(Plans.Committed).SelectMany(path => path.Part), selection =>
            Assert.Subset(
                graphs.Single(graph => graph.Stack == selection.Stack).Resources.Select(resource => resource.Type).ToHashSet(),
                selection.Types.Concat(selection.UsedTypes).Except(s_notInTheActive).ToHashSet()));
    }

    /// <summary>Health checks and failover records are kept in one stack.</summary>
    private static readonly string[] s_notInTheActive = ["aws:route53/healthCheck:HealthCheck"];

    private static IEnumerable<RecoveryPath> Everywhere() => new[] { Plans.Committed, Plans.AfterFailover, Plans.AfterColdRestore }.SelectMany(RecoveryPaths.Of);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(RecoveryPaths).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>Where a script lists its checks, or prints one.</summary>
    [GeneratedRegex(@"(^checks='(?<ids>[^']+)'|for check in (?<ids>[a-z][a-z -]+);|^\s*(could_not_check|result) (?<ids>[a-z]+(-[a-z]+)+) )", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CheckNames();

    private static IEnumerable<string> Ids(Estate estate) => RecoveryPaths.Of(estate).Select(path => path.Id);
}
