using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Monitoring;

/// <summary>Somebody, or something, that a level's messages go to.</summary>
/// <param name="Name">Unique in its level. Never the address: that may be a secret, and it has characters that a name cannot have.</param>
/// <param name="Level">The level.</param>
/// <param name="Protocol">How they are reached, in SNS's words.</param>
/// <param name="Endpoint">Where.</param>
public sealed record Recipient(string Name, EscalationLevel Level, string Protocol, Output<string> Endpoint)
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string Https = "https";

    /// <summary>The channels of the recovery plan, in the order of its levels. Chat is not among them: it listens to the topics by itself.</summary>
    public static IReadOnlyList<Recipient> Of(StackSettings settings) =>
    [
        .. Emails("team", EscalationLevel.AutomatedRecovery, settings.Contacts.TeamEmails),
        new("on-call-phone", EscalationLevel.OnCall, Sms, settings.OnCallPhone.Reveal()),
        new("deputy-phone", EscalationLevel.OnCall, Sms, settings.DeputyPhone.Reveal()),
        new("pager", EscalationLevel.OnCall, Https, settings.PagerUrl.Reveal()),
        .. Emails("team", EscalationLevel.OnCall, settings.Contacts.TeamEmails),
        new("commander-phone", EscalationLevel.Management, Sms, settings.CommanderPhone.Reveal()),
        .. Emails("management", EscalationLevel.Management, settings.Contacts.ManagementEmails),
        .. Emails("customers", EscalationLevel.Customers, settings.Contacts.CustomerEmails),
    ];

    private static IEnumerable<Recipient> Emails(string who, EscalationLevel level, IEnumerable<string> addresses) =>
        addresses.Select((address, index) => new Recipient($"{who}-{index + 1}", level, Email, Output.Create(address)));
}
