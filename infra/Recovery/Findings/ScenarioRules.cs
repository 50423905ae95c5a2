namespace MlTa.Recovery.Findings;

/// <summary>The rules that are judged by playing through what can go wrong, not by reading single resources.</summary>
public static class ScenarioRules
{
    private const string Ours = "decided by this project; the recovery plan's objectives";

    public static RecoveryRule RecoveryTime { get; } = new(
        "recovery-time", Severity.Error,
        "A loss is over within the time that its category allows, even if much goes wrong.",
        "Users cannot work for longer than the business was promised.",
        "Look at the chain of steps that decides the time, in assess --json: shorten one of them, or accept the number with a waiver.",
        Ours);

    public static RecoveryRule RecoveryPoint { get; } = new(
        "recovery-point", Severity.Error,
        "A loss costs no more data than the recovery point objective allows.",
        "Trades, models or configuration that somebody relied on are gone.",
        "Look at the store that is furthest behind: give it a copy with a bound, or accept the number with a waiver.",
        Ours);

    public static RecoveryRule Reachable { get; } = new(
        "recovery-reachable", Severity.Error,
        "Every step of a recovery can be done without the regions that are lost and the control planes that live in them.",
        "The plan is known and cannot be carried out.",
        "Declare before the loss what the step would make, or move what it needs to a region that is left.",
        "AWS fault isolation boundaries, \"Global services\"");

    public static RecoveryRule SecondLoss { get; } = new(
        "second-loss", Severity.Error,
        "The loss of a second region, before the first loss is made good, still meets the objectives.",
        "The service is gone, or has lost more than it may, until one of the regions is back.",
        "Make the time without protection shorter, or accept the risk with a waiver.",
        "decided by this project; the recovery plan speaks of one disaster at a time");

    public static RecoveryRule SafeChanges { get; } = new(
        "safe-changes", Severity.Error,
        "No change of roles replaces or deletes what holds data, touches a lost region, or modifies a database beside its promotion.",
        "The failover itself loses the data that it was made to save, or hangs.",
        "Look at the change in failover --to STACK: make it in a commit of its own, before or long after.",
        "RDS API, PromoteReadReplica; terraform-provider-aws, internal/service/rds/instance.go");

    public static RecoveryRule OneWriter { get; } = new(
        "one-writer", Severity.Error,
        "At no moment of a planned procedure do two regions write.",
        "Two databases that both took writes cannot be merged again.",
        "Fence the old region before the new one is promoted.",
        "decided by this project; PostgreSQL replication has no fencing of its own");

    public static RecoveryRule WriterOnReturn { get; } = new(
        "writer-on-return", Severity.Warning,
        "A lost region that comes back does not write before it is fenced.",
        "Its workers take work again and write it to a database that nobody follows any more. Users do not get there: its gate is pinned.",
        "Let the workers of a region stop by themselves when they hear that another one is active, or accept the time until the first up with a waiver.",
        "decided by this project");

    public static RecoveryRule RoundTrip { get; } = new(
        "round-trip", Severity.Error,
        "A failover and the way back end as it began, but for the generations.",
        "Something that the first failover relied on is missing for the second.",
        "Look at the difference: the topology depends on something else than roles and lineages.",
        "decided by this project");

    public static RecoveryRule Rehoming { get; } = new(
        "re-home", Severity.Error,
        "If the lost region never returns, another one can be made the standby by stack files alone.",
        "The service has no second region for as long as it takes to think of one.",
        "Give failover.rehome a region, zones and an address range, and mend what is named.",
        "decided by this project; regions were lost for months in 2026");

    public static RecoveryRule EscalationFits { get; } = new(
        "escalation-fits", Severity.Error,
        "Whoever has to act is awake before the time for it is over.",
        "The target is missed before anybody knows.",
        "Call them earlier, with ml-ta:escalation.",
        Ours);

    public static IReadOnlyList<RecoveryRule> All { get; } =
        [RecoveryTime, RecoveryPoint, Reachable, SecondLoss, SafeChanges, OneWriter, WriterOnReturn, RoundTrip, Rehoming, EscalationFits];
}
