namespace MlTa.Recovery.Time;

/// <summary>How well a number is known, the best first. A sum is known as well as the worst of its parts.</summary>
public enum Grade
{
    /// <summary>A drill took that long.</summary>
    Measured,

    /// <summary>AWS, or the code that waits, says so; or it is a setting of ours.</summary>
    Documented,

    /// <summary>Nobody says so. To be replaced by a drill.</summary>
    Assumed,
}
