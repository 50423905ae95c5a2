using MlTa.Recovery.Evidence;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Proofs;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery;

/// <summary>Everything that the declarations of one commit say about recovery.</summary>
public sealed record Assessment
{
    public required Estate Estate { get; init; }

    /// <summary>Every set of lost regions, and the smaller things.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>A second region is lost before the first loss is made good.</summary>
    public required IReadOnlyList<Outcome> SecondLosses { get; init; }

    public required IReadOnlyList<Slack> Slacks { get; init; }

    /// <summary>There and back again; null without a standby.</summary>
    public required WayBack? Home { get; init; }

    /// <summary>Without the region that was lost; null without a standby, or where nobody has said where to.</summary>
    public required WayBack? Onward { get; init; }

    public required IReadOnlyList<JudgedFinding> Findings { get; init; }

    /// <summary>What drills proved; null where nobody asked.</summary>
    public RecoveryProofs? Proofs { get; init; }

    /// <summary>Whether nothing is wrong that nobody has accepted. A warning is no reason to stop.</summary>
    public bool IsGood => Findings.All(judged => judged.Waiver is not null || judged.Finding.Severity == Severity.Warning);

    public ObjectivesSettings Objectives => Estate.Active!.Objectives;

    /// <param name="stacks">The stacks of one commit, one of them active.</param>
    /// <param name="graphs">What stacks declare.</param>
    /// <param name="today">The day on which waivers are looked at.</param>
    /// <param name="evidence">What drills wrote; null where nobody asks about it.</param>
    /// <param name="ofDrills">What is wrong with the drills themselves.</param>
    /// <exception cref="RunException">A declaration failed.</exception>
    public static async Task<Assessment> OfAsync(IReadOnlyList<StackSettings> stacks, GraphCache graphs, DateOnly today, GivenEvidence? evidence = null, IReadOnlyList<Finding>? ofDrills = null)
    {
        var estate = new Estate([.. stacks]);
        var declared = await graphs.OfAsync(stacks);
        var proofs = evidence is null ? null : await RecoveryProofs.OfAsync(estate, declared, evidence, today);
        var measured = proofs?.Measured;
        var regions = new RegionOutcomes(graphs, measured);

        // All at once: each waits for evaluations, and every processor can do one.
        var lattice = Task.WhenAll(Scenario.Lattice([.. stacks.Select(stack => stack.Region)]).Select(scenario => regions.OfAsync(estate, scenario)));
        var parts = new PartOutcomes(graphs, measured).OfAsync(estate);
        var secondLosses = new SecondLosses(graphs, measured).OfAsync(estate);
        var wayHome = estate.Standby is null ? Task.FromResult<WayBack?>(null) : HomeAsync(estate, graphs, measured);
        var wayOnward = estate.Standby is null ? Task.FromResult<WayBack?>(null) : WayBack.OnwardAsync(estate, graphs, measured);
        List<Outcome> outcomes = [.. await lattice, .. await parts];
        var second = await secondLosses;
        var home = await wayHome;
        var onward = await wayOnward;
        Finding[] findings =
        [
            .. DeclarationRules.Check(stacks, declared),
            .. ScenarioFindings.Of(outcomes, second),
            .. ProcedureFindings.Of([.. outcomes.Select(outcome => outcome.Plan).OfType<RecoveryPlan>()], declared),
            .. ProcedureFindings.OfWays(estate, home, onward),
            .. EscalationFindings.Of(declared, estate.Active!.Objectives),
            .. proofs is null ? [] : EvidenceFindings.Of(proofs, estate.Active!.Objectives),
            .. ofDrills ?? [],
        ];
        return new()
        {
            Estate = estate,
            Outcomes = outcomes,
            SecondLosses = second,
            Slacks = Slack.Of(outcomes),
            Home = home,
            Onward = onward,
            Findings = Waivers.Apply(findings, stacks, today, proofs is null ? EvidenceRules.All : []),
            Proofs = proofs,
        };
    }

    private static async Task<WayBack?> HomeAsync(Estate estate, GraphCache graphs, MeasuredDurations? measured) => await WayBack.HomeAsync(estate, graphs, measured);
}
