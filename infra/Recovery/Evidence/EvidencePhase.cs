namespace MlTa.Recovery.Evidence;

/// <summary>A part of a drill.</summary>
/// <param name="Id">Where the recovery model has a duration for it, the duration's ID.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was over.</param>
/// <param name="Minutes">How long it took: the two times say it too, and must agree.</param>
public sealed record EvidencePhase(string Id, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, double Minutes)
{
    public static EvidencePhase Of(string id, DateTimeOffset startedAt, DateTimeOffset finishedAt) =>
        new(id, startedAt, finishedAt, DrillEvidence.MinutesBetween(startedAt, finishedAt));
}
