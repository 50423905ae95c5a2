using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Scenarios;

/// <summary>What happens in a scenario, as far as the declarations decide it.</summary>
public sealed record Outcome
{
    public required Scenario Scenario { get; init; }

    /// <summary>The stack that serves in the end; null for none.</summary>
    public required string? Serves { get; init; }

    /// <summary>What is done; null where nothing has to be, or can be, done.</summary>
    public RecoveryPlan? Plan { get; init; }

    /// <summary>How long users cannot work; null where nothing brings the service back.</summary>
    public required MinuteRange? Outage { get; init; }

    public required Grade OutageGrade { get; init; }

    /// <summary>What is lost, store by store.</summary>
    public required IReadOnlyList<StoreLoss> Stores { get; init; }

    /// <summary>How long it may take.</summary>
    public required double TargetMinutes { get; init; }

    public required double RecoveryPointMinutes { get; init; }

    /// <summary>One sentence.</summary>
    public required string Why { get; init; }

    /// <summary>What a step needs and does not get.</summary>
    public IReadOnlyList<Blockage> Blockages { get; init; } = [];

    /// <summary>The newest moment to which all stores come back together, in minutes before the loss.</summary>
    public MinuteRange? Loss => Losses.Together(Stores);

    public Grade LossGrade => Stores.Select(store => store.Grade).DefaultIfEmpty(Grade.Assumed).Max();

    public Verdict TimeVerdict => Judge(Outage, TargetMinutes);

    public Verdict LossVerdict => Serves is null ? Verdict.Unrecoverable : Loss is null ? Verdict.Missed : Judge(Loss, RecoveryPointMinutes);

    public Verdict Verdict => TimeVerdict > LossVerdict ? TimeVerdict : LossVerdict;

    private static Verdict Judge(MinuteRange? minutes, double limit) => minutes switch
    {
        null => Verdict.Unrecoverable,
        { } range when range.High <= limit => Verdict.Met,
        { } range when range.Likely <= limit => Verdict.AtRisk,
        _ => Verdict.Missed,
    };
}
