namespace MlTa.Recovery.Findings;

public enum Severity
{
    /// <summary>The recovery would fail, lose more than it may, or take longer than it may.</summary>
    Error,

    /// <summary>The recovery would work, and something about it is weaker than it should be.</summary>
    Warning,
}
