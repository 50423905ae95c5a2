using System.Reflection;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Time;

/// <summary>No number looks better known than it is.</summary>
public sealed class DurationsTests
{
    private static readonly IReadOnlyList<Duration> s_all =
    [
        .. typeof(Durations).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Duration))
            .Select(property => (Duration)property.GetValue(null)!),
    ];

    /// <summary>AWS gives a figure for these, or they take no time; whoever adds one looks for its figure first.</summary>
    private static readonly string[] s_documented = ["dns.propagation", "none"];

    [Fact]
    public void What_is_documented_is_known_by_name() => Assert.Equal(
        s_documented, s_all.Where(duration => duration.Grade == Grade.Documented).Select(duration => duration.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_documented_names_the_document() => Assert.All(
        s_all.Where(duration => duration.Grade == Grade.Documented && duration != Durations.None),
        duration => Assert.Matches("^(RDS user guide|Route 53 developer guide|Route 53 API), [\"A-Z].*: .+", duration.Source));

    [Fact]
    public void Everything_else_says_that_it_is_assumed_and_on_what_that_rests() => Assert.All(
        s_all.Where(duration => !s_documented.Contains(duration.Id)),
        duration =>
        {
            Assert.Equal(Grade.Assumed, duration.Grade);
            Assert.Matches("^assumed; .{10,}", duration.Source);
        });

    /// <summary>A drill's result has a file of its own; nothing here was measured.</summary>
    [Fact]
    public void Nothing_claims_to_be_measured() => Assert.DoesNotContain(s_all, duration => duration.Grade == Grade.Measured);

    [Fact]
    public void Every_duration_grows_from_the_best_to_the_worst_case() => Assert.All(s_all, duration =>
    {
        Assert.InRange(duration.Minutes.Low, 0, duration.Minutes.Likely);
        Assert.InRange(duration.Minutes.Likely, duration.Minutes.Low, duration.Minutes.High);
    });

    [Fact]
    public void No_two_durations_have_the_same_id() => Assert.Equal(s_all.Count, s_all.Select(duration => duration.Id).Distinct().Count());

    /// <summary>AWS gives no figure for a promotion; the provider's own waiting is the least that is certain.</summary>
    [Fact]
    public void A_promotion_is_assumed_and_has_the_providers_wait_in_it()
    {
        Assert.Equal(new(4.5, 6.5, 16.5), Durations.Promotion.Minutes);
        Assert.Contains("with no figure", Durations.Promotion.Source, StringComparison.Ordinal);
        Assert.Contains("waits 90 s more", Durations.Promotion.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_setting_decides_is_exact_and_names_the_setting() =>
        Assert.Equal(new("id", MinuteRange.Exactly(1.5), Grade.Documented, "the setting"), Durations.OfSeconds("id", 90, "the setting"));
}
