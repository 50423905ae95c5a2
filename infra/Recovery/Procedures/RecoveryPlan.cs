using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>A procedure with everything that is known about it before it is needed.</summary>
public sealed record RecoveryPlan
{
    /// <summary>What it is, in the words of the runbook.</summary>
    public required string Title { get; init; }

    /// <summary>What each <c>up</c> does, those too that come long after the service is back.</summary>
    public required PlannedMove Planned { get; init; }

    /// <summary>The <c>up</c>s that the service waits for.</summary>
    public required IReadOnlyList<PlannedUp> Ups { get; init; }

    public required IReadOnlyList<RecoveryStep> Steps { get; init; }

    /// <summary>The step from whose beginning on users cannot work.</summary>
    public string OutageFrom { get; init; } = OutageSteps.Notice;

    /// <summary>Whether users cannot work from then on; otherwise it is what the service has no standby for.</summary>
    public bool IsOutage { get; init; } = true;

    /// <summary>The first step after it was decided.</summary>
    public string Decided { get; init; } = Handover.Edit;

    /// <summary>The step after which the service is back, and known to be.</summary>
    public string Done { get; init; } = Handover.Verify;

    /// <summary>The regions that do not answer meanwhile.</summary>
    public IReadOnlySet<string> Lost { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>How long users cannot work.</summary>
    public MinuteRange Outage => CriticalPath.From(OutageFrom, Steps).EndOf(Done);

    /// <summary>How much of it is left once it is decided.</summary>
    public MinuteRange AfterDecision => CriticalPath.From(Decided, Steps).EndOf(Done);

    public Grade Grade => CriticalPath.From(OutageFrom, Steps).GradeOf(Done);

    /// <summary>The chain of steps that decides how long it takes.</summary>
    public IReadOnlyList<string> Chain => CriticalPath.From(OutageFrom, Steps).ChainTo(Done);

    /// <summary>Who has to be awake.</summary>
    public IReadOnlyList<Actor> Awake => [.. Steps.Select(step => step.Actor).Where(actor => actor is not (Actor.Machine or Actor.Pulumi)).Distinct().Order()];
}
