using MlTa.Recovery.Moves;

namespace MlTa.Commands.Runbooks;

/// <summary>What to write to whom, so that nobody has to find words at night.</summary>
internal static class Messages
{
    public static void Write(Markdown text, Estate estate)
    {
        var active = estate.Active!;
        text.NewPage()
            .Heading(2, "What to tell people")
            .Paragraph($"To {string.Join(", ", active.Contacts.CustomerEmails)} and {active.Hosts.Status}: first at the customers' level of escalation, then every 30 minutes, and at the end. Only what is known; no cause before it is certain.")
            .Heading(3, "It has begun")
            .Code("",
            [
                "Subject: [ML-TA] Service disruption",
                "",
                "Since HH:MM UTC [what does not work]. [What works.]",
                "We are [moving the service to another region / restoring data / restarting a service]",
                "and expect to be back at HH:MM UTC.",
                "The next message comes at HH:MM UTC, or earlier if something changes.",
                "",
                "ML-TA Operations Team",
            ])
            .Heading(3, "It goes on")
            .Code("",
            [
                "Subject: [ML-TA] Service disruption, update N",
                "",
                "Now: [working / degraded / offline]. Since the last message: [what was done].",
                "We expect to be back at HH:MM UTC [, later than we said, because ...].",
                "The next message comes at HH:MM UTC.",
            ])
            .Heading(3, "It is over")
            .Code("",
            [
                "Subject: [ML-TA] Service restored",
                "",
                "Since HH:MM UTC everything works again. It was out for H h MM min.",
                "Data: [nothing was lost / what came in between HH:MM and HH:MM UTC may be missing; please check ...].",
                "We will publish what happened, and what we change, within a week.",
            ])
            .Heading(3, "Within the company")
            .Code("",
            [
                "#ml-ta-incidents: [region / service] since HH:MM UTC, seen by [alarm].",
                "Commander: NAME. On it: NAME, NAME. Decision about a failover by HH:MM UTC.",
                "Procedure: TITLE. Next word here at HH:MM UTC.",
            ]);
    }
}
