namespace MlTa.Commands.Runbooks;

/// <summary>What is learned from it.</summary>
internal static class Review
{
    public static void Write(Markdown text) => text
        .NewPage()
        .Heading(2, "Afterwards")
        .Table(["When", "What"],
        [
            ["within 24 hours", "the timeline of events, the cause as far as it is known, what went well and what did not"],
            ["within a week", "the technical analysis; which steps took longer than this page says; what the procedures and this page lacked"],
            ["within a month", "the changes are made and tried in a drill, and everybody on call has been through them"],
        ])
        .Paragraph("Numbers to keep, from the dashboard in the region that noticed it: time to detection, time to recovery, data lost against the objective, downtime against the objective, how long customers were affected.")
        .Heading(3, "Log of this incident")
        .Table(["UTC", "What happened, what was decided, by whom"], Enumerable.Repeat<IReadOnlyList<string>>(["", ""], Lines));

    /// <summary>As many as fit on half a page.</summary>
    private const int Lines = 12;
}
