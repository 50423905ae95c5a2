using System.Globalization;
using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>What is accepted has to say what, why and until when. Whether that day is past is not judged here: a file that was valid stays valid.</summary>
internal static partial class WaiverRules
{
    /// <summary>Fewer words are no reason.</summary>
    private const int MinimumWords = 3;

    private const string DayFormat = "yyyy-MM-dd";

    public static readonly Rule<StackSettings>[] All =
    [
        new("waivers", s => s.Waivers.Any(HasNoRule),
            s => $"expected rule IDs as assess prints them, such as recovery-point, got {Quoted(s.Waivers.Where(HasNoRule).Select(waiver => waiver.Rule))}"),

        new("waivers", s => s.Waivers.Any(HasNoSubject),
            s => $"expected a subject as assess prints it, or none for all of them, got '' for {Quoted(s.Waivers.Where(HasNoSubject).Select(waiver => waiver.Rule))}"),

        new("waivers", s => s.Waivers.Any(HasNoReason),
            s => $"the next reader judges the reason, so give at least {MinimumWords} words, got {Quoted(s.Waivers.Where(HasNoReason).Select(waiver => waiver.Reason))}"),

        new("waivers", s => s.Waivers.Any(HasNoDay),
            s => $"expected the last day in quotes such as \"2027-03-31\", got {Quoted(s.Waivers.Where(HasNoDay).Select(waiver => waiver.Expires))}"),

        new("waivers", s => Repeated(s).Any(),
            s => $"expected each rule and subject once, got {string.Join(", ", Repeated(s))}"),
    ];

    private static bool HasNoRule(WaiverSettings waiver) => !IdPattern().IsMatch(waiver.Rule);

    private static bool HasNoSubject(WaiverSettings waiver) => waiver.Subject is { } subject && string.IsNullOrWhiteSpace(subject);

    private static bool HasNoReason(WaiverSettings waiver) =>
        waiver.Reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < MinimumWords;

    private static bool HasNoDay(WaiverSettings waiver) => !DateOnly.TryParseExact(waiver.Expires, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<string> Repeated(StackSettings settings) => settings.Waivers
        .GroupBy(waiver => (waiver.Rule, waiver.Subject))
        .Where(same => same.Count() > 1)
        .Select(same => same.Key.Subject is { } subject ? $"'{same.Key.Rule}' of '{subject}'" : $"'{same.Key.Rule}'");

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"'{text}'"));

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex IdPattern();
}
