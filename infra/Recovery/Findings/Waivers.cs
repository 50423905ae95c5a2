using System.Globalization;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>
/// Accepts findings for a time, as stack files say it (<c>waivers</c>). A waiver covers what its rule finds in its own stack, or in all
/// stacks together. Its subject, if it has one, is a finding's whole subject or the end of it from a <c>::</c> on: of the URN
/// <c>urn:pulumi:secondary::ml-ta::aws:rds/instance:Instance::database-g1</c> that is <c>database-g1</c> or <c>aws:rds/instance:Instance::database-g1</c>.
/// </summary>
public static class Waivers
{
    /// <summary>How a day is written in a stack file.</summary>
    private const string DayFormat = "yyyy-MM-dd";

    private const string UrnSeparator = "::";

    private static readonly RecoveryRule s_expired = new("waiver-expired", Severity.Error,
        "No waiver is older than its last day.",
        "A gap that was to be closed by then is still open, and everybody has got used to it.",
        "Close the gap; or look at it again, and say for how much longer it is accepted and why.",
        "This project's decision");

    private static readonly RecoveryRule s_unused = new("waiver-unused", Severity.Warning,
        "Every waiver covers a finding.",
        "It would hide the same gap when it opens again, for another reason.",
        "Remove it.",
        "This project's decision");

    private static readonly RecoveryRule s_unknown = new("waiver-unknown-rule", Severity.Error,
        "Every waiver names a rule that exists.",
        "It was meant to cover something, and covers nothing.",
        "Write the rule's ID as assess prints it.",
        "This project's decision");

    internal static IReadOnlyList<RecoveryRule> Rules { get; } = [s_expired, s_unused, s_unknown];

    /// <summary>Each finding with the waiver that covers it, and then what is wrong with the waivers themselves, which none covers.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="stacks">The stacks whose files may have waivers.</param>
    /// <param name="today">On its last day a waiver still counts.</param>
    /// <param name="unjudged">The rules that nobody has asked about: that a waiver of theirs covers nothing says nothing.</param>
    public static IReadOnlyList<JudgedFinding> Apply(
        IReadOnlyList<Finding> findings, IReadOnlyList<StackSettings> stacks, DateOnly today, IReadOnlyList<RecoveryRule>? unjudged = null)
    {
        var given = stacks.SelectMany(stack => stack.Waivers.Select(waiver => (stack.Stack, Waiver: waiver))).ToList();
        return
        [
            .. findings.Select(finding => new JudgedFinding(
                finding,
                given.Where(each => Covers(each.Stack, each.Waiver, finding) && !IsExpired(each.Waiver, today)).Select(each => each.Waiver).FirstOrDefault())),
            .. given
                .Where(each => unjudged is null || unjudged.All(rule => rule.Id != each.Waiver.Rule))
                .Select(each => Fault(each.Stack, each.Waiver, findings, today)).OfType<Finding>().Select(fault => new JudgedFinding(fault, null)),
        ];
    }

    private static Finding? Fault(string stack, WaiverSettings waiver, IReadOnlyList<Finding> findings, DateOnly today)
    {
        var subject = waiver.Subject is null ? waiver.Rule : $"{waiver.Rule} {waiver.Subject}";
        return RuleCatalogue.All.All(rule => rule.Id != waiver.Rule) ? s_unknown.Broken(stack, subject, $"there is no rule '{waiver.Rule}'")
            : !findings.Any(finding => Covers(stack, waiver, finding)) ? s_unused.Broken(stack, subject, "covers nothing that was found")
            : IsExpired(waiver, today) ? s_expired.Broken(stack, subject, $"its last day was {waiver.Expires}; it said: {waiver.Reason}")
            : null;
    }

    private static bool Covers(string stack, WaiverSettings waiver, Finding finding) =>
        finding.Rule == waiver.Rule
        && (finding.Stack is null || finding.Stack == stack)
        && (waiver.Subject is null || finding.Subject == waiver.Subject || finding.Subject.EndsWith(UrnSeparator + waiver.Subject, StringComparison.Ordinal));

    /// <summary>A day that cannot be read is over: nothing is accepted for good by a slip.</summary>
    private static bool IsExpired(WaiverSettings waiver, DateOnly today) =>
        !DateOnly.TryParseExact(waiver.Expires, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) || last < today;
}
