namespace MlTa.Recovery.Moves;

/// <summary>A service hangs and does not restart by itself: its pods are started again.</summary>
public static class RecoverService
{
    public const string RestartPhase = "restart";

    public static Move Of(Estate estate)
    {
        var stack = estate.Active!;
        return new Move(estate).Then(RestartPhase, stack with { Workloads = stack.Workloads with { RestartedAt = Unknowns.Time } }, $"start the pods of API and workers in {stack.Stack} again, a few at a time");
    }
}
