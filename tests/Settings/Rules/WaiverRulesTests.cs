using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class WaiverRulesTests
{
    private static readonly WaiverSettings s_waiver = new() { Rule = "copy-missing", Reason = "Copied by hand for now", Expires = "2027-03-31" };

    [Fact]
    public void One_with_a_rule_a_reason_and_a_day_is_accepted() => Check(null, s_waiver, s_waiver with { Subject = "scenario-7" }, s_waiver with { Rule = "r2" });

    [Theory]
    [InlineData("")]
    [InlineData("Copy-missing")]
    [InlineData("copy missing")]
    [InlineData("copy--missing")]
    [InlineData("-copy")]
    [InlineData("2-copies")]
    [InlineData("copy-missing\n")]
    public void A_rule_has_an_id(string rule) => Check(
        $"waivers: expected rule IDs as assess prints them, such as recovery-point, got '{rule}'", s_waiver with { Rule = rule }, s_waiver);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_subject_is_said_or_left_out(string subject) => Check(
        "waivers: expected a subject as assess prints it, or none for all of them, got '' for 'copy-missing'", s_waiver with { Subject = subject });

    [Theory]
    [InlineData("", false)]
    [InlineData("known", false)]
    [InlineData("  is   known ", false)]
    [InlineData("seen and known", true)]
    public void A_reason_can_be_judged(string reason, bool isFine) => Check(
        isFine ? null : $"waivers: the next reader judges the reason, so give at least 3 words, got '{reason}'", s_waiver with { Reason = reason });

    [Theory]
    [InlineData("2028-02-29", true)]
    [InlineData("2020-01-01", true)] // past: that is a finding, not a fault of the file
    [InlineData("2027-02-29", false)]
    [InlineData("2027-3-31", false)]
    [InlineData("31.03.2027", false)]
    [InlineData("2027-03-31T00:00:00Z", false)]
    [InlineData("never", false)]
    [InlineData("", false)]
    public void It_ends_on_a_day(string expires, bool isFine) => Check(
        isFine ? null : $"waivers: expected the last day in quotes such as \"2027-03-31\", got '{expires}'", s_waiver with { Expires = expires });

    [Fact]
    public void One_finding_is_accepted_once() => Check(
        "waivers: expected each rule and subject once, got 'copy-missing', 'copy-missing' of 'a'",
        s_waiver, s_waiver with { Subject = "a" }, s_waiver with { Reason = "Again, but for another reason" }, s_waiver with { Subject = "a" }, s_waiver with { Subject = "b" });

    private static void Check(string? problem, params WaiverSettings[] waivers) => Verdict.Is(problem, CommittedStacks.Primary with { Waivers = waivers });
}
