namespace MlTa.Recovery.Evidence;

/// <summary>What evidence says about a recovery path today.</summary>
public enum PathState
{
    /// <summary>It was walked within its interval, on today's topology.</summary>
    Proven,

    /// <summary>A drill was left out. What was measured still counts.</summary>
    Ageing,

    /// <summary>It was walked too long ago: nothing that was measured counts any more.</summary>
    Expired,

    /// <summary>It was walked, and the part of the topology that it exercises is another one since.</summary>
    Stale,

    /// <summary>The last drill failed.</summary>
    Failed,

    /// <summary>Nobody has ever walked it.</summary>
    Never,
}
