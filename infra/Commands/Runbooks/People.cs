using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Recovery.Moves;

namespace MlTa.Commands.Runbooks;

/// <summary>Who hears of it when, who is called, and where people meet.</summary>
internal static class People
{
    public static void Write(Markdown text, Estate estate, IReadOnlyList<StackGraph> graphs)
    {
        var active = estate.Active!;
        text.Heading(2, "Who hears of it")
            .Table(["Level", "Region", "After", "By"], AlertRoutes.Of(graphs).Where(route => route.AfterMinutes is not null).Select(route => (IReadOnlyList<string>)
                [route.Level, route.Region, $"{route.AfterMinutes} min", string.Join(", ", route.Channels)]))
            .Heading(2, "Whom to call")
            .Paragraph("Numbers are secrets and never printed by a machine. Write them in by hand, and look each quarter whether they are right: `pulumi config get KEY --stack STACK`.")
            .Table(["Who", "Key", "Number"],
            [
                ["On-call engineer", "onCallPhone", BlankNumber],
                ["Deputy", "deputyPhone", BlankNumber],
                ["Incident commander", "commanderPhone", BlankNumber],
                ["Pager", "pagerUrl", BlankNumber],
                ["AWS Support, Enterprise", "a case in the console, or by telephone", BlankNumber],
                ["Vendors of database, monitoring and security", "none yet", BlankNumber],
            ])
            .Table(["Channel", "Address", "For"],
            [
                ["Slack", "#ml-ta-incidents", "everybody who works on it"],
                ["Email, team", string.Join(", ", active.Contacts.TeamEmails), "alarms"],
                ["Email, management", string.Join(", ", active.Contacts.ManagementEmails), "decisions"],
                ["Email, customers", string.Join(", ", active.Contacts.CustomerEmails), "updates every 30 minutes"],
                ["Status page", active.Hosts.Status, "updates every 30 minutes; it is not in AWS"],
                ["Twitter", "@MLTAStatus", "where the status page is"],
            ])
            .List(
            [
                "The incident commander, the lead engineer on call, decides, and nobody else gives a region up.",
                "DevOps, backend and ML teams do it; each step has one name on it.",
                "CTO and VP Engineering are told at the management level, CEO and customer success with the first message to customers.",
            ]);
    }

    private const string BlankNumber = "______________________";
}
