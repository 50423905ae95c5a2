namespace MlTa.Recovery.Findings;

/// <summary>The rules that are judged from what drills wrote down.</summary>
public static class EvidenceRules
{
    private const string Monthly = "the recovery plan, 'Monthly DR Tests' and 'Quarterly Full DR Exercises'";
    private const string Ours = "decided by this project";

    public static RecoveryRule Refused { get; } = new(
        "evidence-refused", Severity.Error,
        "Every file of evidence has the right shape, agrees with itself, and is as it was written.",
        "Somebody relies on a recovery that nobody has shown, or that somebody has only written down.",
        "Take the file from the drill's results again, or away: never edit it.",
        Ours);

    public static RecoveryRule Failed { get; } = new(
        "evidence-failed", Severity.Error,
        "The last drill of every recovery path passed.",
        "This way back does not work, as far as anybody knows.",
        "Look at the drill's checks, mend what they found, and walk the path again.",
        Monthly);

    public static RecoveryRule Stale { get; } = new(
        "evidence-stale", Severity.Warning,
        "Every recovery path was walked on the topology that is declared now.",
        "What was proven is not what would be recovered, and its times are those of something else.",
        "Walk the path again.",
        Ours);

    public static RecoveryRule Expired { get; } = new(
        "evidence-expired", Severity.Warning,
        "No recovery path was left unproven for two of its intervals.",
        "Data grows and rights change: what worked then need not work now, so its times count as assumed again.",
        "Walk the path again.",
        Monthly);

    public static RecoveryRule Ageing { get; } = new(
        "evidence-ageing", Severity.Warning,
        "Every recovery path is walked as often as the recovery plan wants it.",
        "A drill was left out. Soon its times count as assumed again.",
        "Walk the path again.",
        Monthly);

    public static RecoveryRule Slow { get; } = new(
        "evidence-slow", Severity.Error,
        "No drill of a recovery path took longer than the recovery time objective.",
        "The recovery works, and comes too late.",
        "Look at the drill's phases: shorten the longest, or change what was promised.",
        "the recovery plan, 'Recovery Time and Point Objectives'");

    public static RecoveryRule Missing { get; } = new(
        "evidence-missing", Severity.Warning,
        "Every recovery path was walked once.",
        "Whether it works, and how long it takes, is what somebody thinks.",
        "Walk the path, and keep what the drill writes.",
        Monthly);

    public static IReadOnlyList<RecoveryRule> All { get; } = [Refused, Failed, Stale, Expired, Ageing, Slow, Missing];
}
