using MlTa.Recovery.Findings.Drills;

namespace MlTa.Recovery.Findings;

/// <summary>Something that recovery depends on. Its ID is written into waivers and reports: it is never reused for anything else.</summary>
/// <param name="Id">In small letters, with hyphens.</param>
/// <param name="Severity">How bad it is where it does not hold.</param>
/// <param name="Title">What must hold, in one sentence.</param>
/// <param name="Why">What is lost otherwise.</param>
/// <param name="Remedy">What to do where it does not hold.</param>
/// <param name="Source">Where the reason can be read, or that it is this project's own decision.</param>
public sealed record RecoveryRule(string Id, Severity Severity, string Title, string Why, string Remedy, string Source)
{
    /// <summary>Where it does not hold in what was declared; null for a rule that is judged from scenarios instead.</summary>
    internal Func<Declarations, IEnumerable<Gap>>? Check { get; init; }

    /// <summary>The same for a rule about a drill.</summary>
    internal Func<JudgedDrill, IEnumerable<Gap>>? CheckDrill { get; init; }

    /// <summary>One place where it does not hold.</summary>
    /// <param name="stack">The stack that has it; null where it is about all of them.</param>
    /// <param name="subject">The URN of the resource, or the name of what it is about.</param>
    /// <param name="problem">What was found, and the limit.</param>
    public Finding Broken(string? stack, string subject, string problem) => new(Id, Severity, stack, subject, problem, Remedy);

    internal IEnumerable<Finding> Judge(Declarations declared) =>
        (Check?.Invoke(declared) ?? []).Select(Broken);

    internal IEnumerable<Finding> Judge(JudgedDrill drill) =>
        (CheckDrill?.Invoke(drill) ?? []).Select(Broken);

    private Finding Broken(Gap gap) => Broken(gap.Stack, gap.Subject, gap.Problem);
}
