using MlTa.Recovery;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Scenarios;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>A failover as it would go, and why it must not, if so.</summary>
/// <param name="From">The active stack.</param>
/// <param name="To">The stack that takes over.</param>
/// <param name="IsGraceful">Whether the old region still answers.</param>
/// <param name="Plan">How it would go.</param>
/// <param name="Losses">What is lost, store by store.</param>
/// <param name="Orders">In which orders the <c>up</c>s could be run, and which are not safe.</param>
/// <param name="Refusals">A sentence for each reason against it.</param>
internal sealed record FailoverReport(
    StackSettings From, StackSettings To, bool IsGraceful, RecoveryPlan Plan, IReadOnlyList<StoreLoss> Losses, WriterOrders Orders, IReadOnlyList<string> Refusals)
{
    /// <exception cref="InvalidSettingsException">There is no such failover.</exception>
    public static async Task<FailoverReport> OfAsync(Estate estate, FailoverChoice choice, GraphCache graphs, GivenEvidence? evidence = null, DateOnly today = default)
    {
        var from = estate.Active!;
        Check(estate, from, choice);
        var to = estate[choice.To];
        var declared = await graphs.OfAsync(estate.Stacks);
        var silent = choice.IsGraceful ? [] : new HashSet<string> { from.Region };
        var proofs = evidence is null ? null : await RecoveryProofs.OfAsync(estate, declared, evidence, today);
        var (plan, losses) = await Response.OfAsync(estate, to, choice.IsGraceful, silent, graphs, proofs?.Measured);
        return new(from, to, choice.IsGraceful, plan, losses, WriterOrders.Of(plan.Planned.Ups, declared, new HashSet<string>()),
        [
            .. Recovery.Procedures.Refusals.Of(plan.Ups, declared, plan.Lost),
            .. to.Role == Role.Standby ? Recovery.Procedures.Refusals.OfFlip(plan.Ups) : [],
            .. Reachability.BlockagesOf(plan).Select(blocked => $"'{blocked.Step.Title}' needs {blocked.Need.What} in {blocked.Need.Region}, which is lost"),
            .. Better(estate, from, to),
        ]);
    }

    /// <summary>Another stack that would lose less.</summary>
    private static IEnumerable<string> Better(Estate estate, StackSettings from, StackSettings to) => to.Role switch
    {
        Role.Fenced => [$"{to.Stack} is fenced: its database ends where the last failover began, so let it follow {from.Stack} first (runbook, failback)"],
        Role.Archive when estate.Standby is { } standby =>
            [$"{standby.Stack} is on standby and loses minutes where {to.Stack} loses a day, so fail over to it; if its region is lost too, set its role to fenced first"],
        _ => [],
    };

    private static void Check(Estate estate, StackSettings from, FailoverChoice choice)
    {
        string[] known = [.. estate.Stacks.Select(stack => stack.Stack)];
        Problem[] problems =
        [
            .. known.Contains(choice.To) ? [] : new[] { Wrong("--to", $"expected one of {string.Join(", ", known)}, got '{choice.To}'") },
            .. choice.To == from.Stack ? new[] { Wrong("--to", $"{from.Stack} is active already, so name another stack") } : [],
            .. choice.From is null || choice.From == from.Stack ? [] : new[] { Wrong("--from", $"expected the active stack, which is {from.Stack}, got '{choice.From}'") },
        ];
        if (problems.Length > 0)
        {
            throw new InvalidSettingsException(problems);
        }
    }

    private static Problem Wrong(string option, string text) => new("command line", option, text);
}
