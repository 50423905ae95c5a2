using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class ContactRulesTests
{
    private const string Nobody = "a level that nobody reads is none, so give at least one address, got none";

    [Fact]
    public void Every_level_is_read_by_somebody()
    {
        Check($"contacts.teamEmails: {Nobody}", contacts => contacts with { TeamEmails = [] });
        Check($"contacts.managementEmails: {Nobody}", contacts => contacts with { ManagementEmails = [] });
        Check($"contacts.customerEmails: {Nobody}", contacts => contacts with { CustomerEmails = [] });
    }

    [Theory]
    [InlineData("a@b.c", true)]
    [InlineData("first.last+dr@sub.ml-ta.com", true)]
    [InlineData("ml-ta.com", false)]
    [InlineData("a@b", false)]
    [InlineData("a@b..c", false)]
    [InlineData("a@b.c ", false)]
    [InlineData("a@b@c.d", false)]
    [InlineData("@b.c", false)]
    public void Addresses_are_email_addresses(string address, bool accepted) => Check(
        accepted ? null : $"contacts.managementEmails: expected email addresses, got '{address}'",
        contacts => contacts with { ManagementEmails = ["cto@ml-ta.com", address] });

    [Fact]
    public void Nobody_is_written_to_twice() => Check(
        "contacts.customerEmails: expected each address once, got 'a@ml-ta.com', 'A@ml-ta.com'",
        contacts => contacts with { CustomerEmails = ["a@ml-ta.com", "A@ml-ta.com"] });

    [Theory]
    [InlineData("+1555010", true)]
    [InlineData("+155501", false)]
    [InlineData("+155501000000000", true)]
    [InlineData("+1555010000000000", false)]
    [InlineData("15550101", false)]
    [InlineData("+05550101", false)]
    [InlineData("+1-555-0101", false)]
    public void Phones_have_a_country_code_and_only_digits(string phone, bool accepted)
    {
        const string Wanted = "expected + and 7 to 15 digits, the country code first and nothing between them, got [secret]";
        var secret = SecretText.Of(phone);

        Verdict.Is(accepted ? null : $"onCallPhone: {Wanted}", CommittedStacks.Primary with { OnCallPhone = secret });
        Verdict.Is(accepted ? null : $"deputyPhone: {Wanted}", CommittedStacks.Primary with { DeputyPhone = secret });
        Verdict.Is(accepted ? null : $"commanderPhone: {Wanted}", CommittedStacks.Primary with { CommanderPhone = secret });
    }

    [Theory]
    [InlineData("https://pager.example/token", true)]
    [InlineData("http://pager.example/token", false)]
    [InlineData("pager.example", false)]
    [InlineData("", false)]
    public void The_pager_is_reached_by_https(string address, bool accepted) => Verdict.Is(
        accepted ? null : "pagerUrl: expected an address that begins with https://, got [secret]",
        CommittedStacks.Primary with { PagerUrl = SecretText.Of(address) });

    [Fact]
    public void What_nobody_has_is_not_judged() => Verdict.Is(null, CommittedStacks.Primary with
    {
        OnCallPhone = SecretText.Unknown,
        DeputyPhone = SecretText.Unknown,
        CommanderPhone = SecretText.Unknown,
        PagerUrl = SecretText.Unknown,
    });

    [Fact]
    public void All_stacks_write_to_the_same_people() => Verdict.IsAcross(
        [CommittedStacks.Primary.WithContacts(_ => new() { TeamEmails = ["a@b.c"], ManagementEmails = ["d@b.c"], CustomerEmails = ["e@b.c"] }), CommittedStacks.Secondary, CommittedStacks.Backup],
        [.. ((string[])["Pulumi.secondary.yaml", "Pulumi.backup.yaml"]).SelectMany(file => (string[])
        [
            $"Pulumi.primary.yaml: ml-ta:contacts.teamEmails: all stacks share this, which is 'ml-ta-oncall@ml-ta.com' in {file}, got 'a@b.c'",
            $"Pulumi.primary.yaml: ml-ta:contacts.managementEmails: all stacks share this, which is 'cto@ml-ta.com', 'vp-engineering@ml-ta.com' in {file}, got 'd@b.c'",
            $"Pulumi.primary.yaml: ml-ta:contacts.customerEmails: all stacks share this, which is 'incidents@ml-ta.com' in {file}, got 'e@b.c'",
        ])]);

    private static void Check(string? problem, Func<ContactSettings, ContactSettings> change) =>
        Verdict.Is(problem, CommittedStacks.Primary.WithContacts(change));
}
