using System.Text;
using MlTa.Recovery.Findings;

namespace MlTa.Tests.Recovery.Findings;

/// <summary>The page that explains every rule, as Markdown. A section's heading is the ID, so that it can be linked to.</summary>
internal static class RulesPage
{
    public static string Of(IEnumerable<RecoveryRule> rules)
    {
        var page = new StringBuilder();
        page.Append("# Rules\n\n");
        page.Append("What `assess` looks for. An ID never changes its meaning, so waivers and reports can name it. This page is rendered from the rules themselves: `UPDATE_SNAPSHOTS=1 dotnet test` writes it anew.\n\n");
        page.Append("To accept a finding for a time, write it into its stack's file, with the rule, the reason and the last day:\n\n");
        page.Append("```yaml\nml-ta:waivers:\n  - rule: restore-tested\n    reason: the restore tests wait for the quota that was asked for\n    expires: \"2027-03-31\"\n```\n\n");
        page.Append("With `subject` it covers one finding: the subject as `assess` prints it, or its end from a `::` on, such as `database-g1`.\n");
        foreach (var rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            page.Append($"\n## {rule.Id}\n\n");
            page.Append($"{rule.Title} *({rule.Severity.ToString().ToLowerInvariant()})*\n\n");
            page.Append($"- Why: {rule.Why}\n");
            page.Append($"- Remedy: {rule.Remedy}\n");
            page.Append($"- Source: {rule.Source}\n");
        }

        return page.ToString();
    }
}
