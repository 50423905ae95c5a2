using MlTa.Recovery.Findings;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Findings;

/// <summary>What stack files accept, and until when.</summary>
public sealed class WaiversTests
{
    private const string Urn = "urn:pulumi:secondary::ml-ta::ml-ta:index:Database$aws:rds/instance:Instance::database-g1";
    private const string LastDay = "2027-03-31";

    private static readonly DateOnly s_lastDay = new(2027, 3, 31);

    private static readonly Finding s_found = new("database-in-two-zones", Severity.Error, "secondary", Urn, "multiAz is not true", "Set it.");

    [Fact]
    public void Without_waivers_every_finding_counts() => Assert.Equal([new JudgedFinding(s_found, null)], Apply([s_found]));

    [Theory]
    [InlineData(null)]
    [InlineData(Urn)]
    [InlineData("database-g1")]
    [InlineData("ml-ta:index:Database$aws:rds/instance:Instance::database-g1")]
    public void A_waiver_covers_what_its_rule_finds_in_its_stack(string? subject)
    {
        var waiver = Waiver(subject: subject);

        Assert.Equal([new JudgedFinding(s_found, waiver)], Apply([s_found], waiver));
    }

    [Theory]
    [InlineData("database-g")]
    [InlineData("g1")]
    [InlineData("Database-g1")]
    [InlineData("database-g0")]
    public void A_subject_that_is_not_the_findings_covers_nothing(string subject) =>
        Assert.Equal([(s_found.Rule, false), ("waiver-unused", false)], Verdicts([s_found], Waiver(subject: subject)));

    [Fact]
    public void A_waiver_covers_a_finding_about_all_stacks()
    {
        var found = s_found with { Stack = null, Subject = "writer" };

        Assert.Equal([(found.Rule, true)], Verdicts([found], Waiver()));
    }

    [Fact]
    public void A_waiver_does_not_cover_another_stacks_finding() =>
        Assert.Equal([(s_found.Rule, false), ("waiver-unused", false)], Verdicts([s_found with { Stack = "primary" }], Waiver()));

    [Fact]
    public void A_waiver_does_not_cover_another_rules_finding() =>
        Assert.Equal([("store-encrypted", false), ("waiver-unused", false)], Verdicts([s_found with { Rule = "store-encrypted" }], Waiver()));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_waiver_counts_on_its_last_day_and_not_after_it(int daysLater, bool isCovered) => Assert.Equal(
        isCovered ? [(s_found.Rule, true)] : [(s_found.Rule, false), ("waiver-expired", false)],
        Verdicts([s_found], s_lastDay.AddDays(daysLater), Waiver()));

    [Fact]
    public void Another_waiver_covers_what_an_expired_one_did() => Assert.Equal(
        [(s_found.Rule, true), ("waiver-expired", false)],
        Verdicts([s_found], s_lastDay, Waiver(subject: "database-g1") with { Expires = "2027-03-30" }, Waiver()));

    [Theory]
    [InlineData("soon")]
    [InlineData("31.03.2027")]
    [InlineData("")]
    public void A_day_that_cannot_be_read_is_over(string expires) =>
        Assert.Equal([(s_found.Rule, false), ("waiver-expired", false)], Verdicts([s_found], Waiver() with { Expires = expires }));

    [Fact]
    public void A_waiver_of_a_rule_that_does_not_exist_says_so() =>
        Assert.Equal([("waiver-unknown-rule", false)], Verdicts([], Waiver() with { Rule = "database-in-three-zones" }));

    /// <summary>Otherwise a waiver could accept that it is too old.</summary>
    [Fact]
    public void What_is_wrong_with_a_waiver_cannot_be_waived() => Assert.Equal(
        ["waiver-unused", "waiver-unused"],
        Verdicts([], Waiver(), Waiver() with { Rule = "waiver-unused" }).Select(verdict => verdict.Rule));

    [Fact]
    public void A_fault_of_a_waiver_says_whose_it_is_and_why_it_was_given()
    {
        var fault = Apply([s_found], s_lastDay.AddDays(1), Waiver(subject: "database-g1"))[1].Finding;

        Assert.Equal(("secondary", "database-in-two-zones database-g1"), (fault.Stack, fault.Subject));
        Assert.Equal($"its last day was {LastDay}; it said: the quota is asked for", fault.Problem);
    }

    private static WaiverSettings Waiver(string? subject = null) =>
        new() { Rule = s_found.Rule, Subject = subject, Reason = "the quota is asked for", Expires = LastDay };

    private static IEnumerable<(string Rule, bool IsCovered)> Verdicts(Finding[] findings, params WaiverSettings[] waivers) => Verdicts(findings, s_lastDay, waivers);

    private static IEnumerable<(string Rule, bool IsCovered)> Verdicts(Finding[] findings, DateOnly today, params WaiverSettings[] waivers) =>
        Apply(findings, today, waivers).Select(judged => (judged.Finding.Rule, judged.Waiver is not null));

    private static IReadOnlyList<JudgedFinding> Apply(Finding[] findings, params WaiverSettings[] waivers) => Apply(findings, s_lastDay, waivers);

    private static IReadOnlyList<JudgedFinding> Apply(Finding[] findings, DateOnly today, params WaiverSettings[] waivers) =>
        Waivers.Apply(findings, [CommittedStacks.Primary, CommittedStacks.Secondary with { Waivers = waivers }], today);
}
