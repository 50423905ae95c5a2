using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>Who is written to and called. What is secret is judged only where it is known, and never shown.</summary>
internal static partial class ContactRules
{
    public static readonly Rule<StackSettings>[] All =
    [
        .. Emails("contacts.teamEmails", s => s.Contacts.TeamEmails),
        .. Emails("contacts.managementEmails", s => s.Contacts.ManagementEmails),
        .. Emails("contacts.customerEmails", s => s.Contacts.CustomerEmails),
        Phone("onCallPhone", s => s.OnCallPhone),
        Phone("deputyPhone", s => s.DeputyPhone),
        Phone("commanderPhone", s => s.CommanderPhone),
        new("pagerUrl", s => !s.PagerUrl.Fits(IsHttps), s => $"expected an address that begins with https://, got {s.PagerUrl}"),
    ];

    /// <summary>Asked of any two stacks: who is told must not depend on which region notices.</summary>
    public static readonly PairRule[] Shared =
    [
        PairRule.Shared("contacts.teamEmails", s => Quoted(s.Contacts.TeamEmails)),
        PairRule.Shared("contacts.managementEmails", s => Quoted(s.Contacts.ManagementEmails)),
        PairRule.Shared("contacts.customerEmails", s => Quoted(s.Contacts.CustomerEmails)),
    ];

    private static IEnumerable<Rule<StackSettings>> Emails(string path, Func<StackSettings, IReadOnlyList<string>> addresses) =>
    [
        new(path, s => addresses(s).Count == 0, _ => "a level that nobody reads is none, so give at least one address, got none"),
        new(path, s => addresses(s).Any(IsNoEmail), s => $"expected email addresses, got {Quoted(addresses(s).Where(IsNoEmail))}"),
        new(path, s => addresses(s).Distinct(StringComparer.OrdinalIgnoreCase).Count() != addresses(s).Count,
            s => $"expected each address once, got {Quoted(addresses(s))}"),
    ];

    private static Rule<StackSettings> Phone(string path, Func<StackSettings, SecretText> phone) => new(path, s => !phone(s).Fits(PhonePattern().IsMatch),
        s => $"expected + and 7 to 15 digits, the country code first and nothing between them, got {phone(s)}");

    private static bool IsNoEmail(string address) => !EmailPattern().IsMatch(address);

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static string Quoted(IEnumerable<string> addresses) => string.Join(", ", addresses.Select(address => $"'{address}'"));

    /// <summary>What keeps a slip out; whether somebody reads there only a confirmation shows.</summary>
    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\z")]
    private static partial Regex EmailPattern();

    /// <summary>E.164, as SNS wants it (SNS developer guide, "Mobile text messaging with Amazon SNS").</summary>
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex PhonePattern();
}
