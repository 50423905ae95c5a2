namespace MlTa.Settings;

/// <summary>What a stack is built for. It never changes: buckets and vaults are made for it.</summary>
public enum Tier
{
    /// <summary>Can serve users; its buckets replicate both ways.</summary>
    Serving,

    /// <summary>
    /// Receives copies and keeps them: object lock, a locked vault, and policies against deletion. Serves only when every serving region is
    /// lost, and stays what it is while it does.
    /// </summary>
    Archive,

    /// <summary>Built to be destroyed within a day.</summary>
    Drill,
}
