namespace MlTa.Recovery.Scenarios;

/// <summary>What an outcome is worth against the objectives, the best first.</summary>
public enum Verdict
{
    /// <summary>Even if much goes wrong.</summary>
    Met,

    /// <summary>As a rule, but not if much goes wrong.</summary>
    AtRisk,

    /// <summary>Not even as a rule.</summary>
    Missed,

    /// <summary>Nothing that is declared brings the service back while the regions are gone.</summary>
    Unrecoverable,
}
