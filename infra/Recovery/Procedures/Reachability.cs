using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>Whether every step of a plan can still be done once the lost regions are taken away, with the control planes that live in them.</summary>
public static class Reachability
{
    public const string DnsControlReturns = "dns-control-returns";

    /// <summary>Where Route 53's control plane fails over to (Route 53 developer guide, "Accelerated recovery").</summary>
    private const string AcceleratedRecoveryRegion = "us-west-2";

    /// <summary>What it brings back; that of health checks is said nowhere.</summary>
    internal const string RecordChange = "route53:ChangeResourceRecordSets";

    /// <summary>The steps that cannot be done, each with the first thing that does not answer.</summary>
    public static IReadOnlyList<Blockage> BlockagesOf(RecoveryPlan plan) =>
    [
        .. from step in plan.Steps
           let missing = step.Needs.FirstOrDefault(need => plan.Lost.Contains(need.Region))
           where missing is not null
           select new Blockage(step, missing),
    ];

    /// <summary>
    /// The plan as it goes if Route 53's control plane is down with its region and comes back in another: whatever needs it waits. The plan
    /// itself where nothing does, or where it does not come back.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="hasAcceleratedRecovery">Whether it is on for the zone.</param>
    public static RecoveryPlan WaitingForDns(RecoveryPlan plan, bool hasAcceleratedRecovery)
    {
        if (!hasAcceleratedRecovery || plan.Lost.Contains(AcceleratedRecoveryRegion) || !plan.Steps.Any(Waits))
        {
            return plan;
        }

        var returns = new RecoveryStep
        {
            Id = DnsControlReturns,
            Title = "Route 53's control plane comes back in another region",
            Actor = Actor.Machine,
            Api = "Route 53 accelerated recovery",
            Needs = [new(AcceleratedRecoveryRegion, "Route 53's accelerated recovery", Plane.Control)],
            Duration = Durations.AcceleratedRecovery,

            // What does not come after the beginning of the outage does not count towards it.
            After = [plan.OutageFrom],
        };
        return plan with
        {
            Steps =
            [
                .. plan.Steps.SelectMany(step => step.Id == plan.OutageFrom ? [step, returns] : new[] { Waiting(step) }),
            ],
        };

        RecoveryStep Waiting(RecoveryStep step) => Waits(step)
            ? step with { Needs = [.. step.Needs.Select(need => IsGone(need) ? need with { Region = AcceleratedRecoveryRegion } : need)], After = [.. step.After, DnsControlReturns] }
            : step;

        bool Waits(RecoveryStep step) => step.Api == RecordChange && step.Needs.Any(IsGone);

        bool IsGone(Need need) => need.IsDnsControl && plan.Lost.Contains(need.Region);
    }
}
