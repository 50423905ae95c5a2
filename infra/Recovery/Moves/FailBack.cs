namespace MlTa.Recovery.Moves;

/// <summary>The old region comes back: it follows first, takes over as soon as it has everything, and is followed in turn.</summary>
public static class FailBack
{
    /// <param name="estate">All stacks after a failover.</param>
    /// <param name="to">The stack that was fenced.</param>
    public static Move To(Estate estate, string to)
    {
        var left = estate.Active!.Stack;
        return Protect.By(estate, to)
            .Then(next => FailOver.Graceful(next, to))
            .Then(next => Protect.By(next, left));
    }
}
