using MlTa.Recovery.Scenarios;

namespace MlTa.Commands;

/// <summary>What people call verdicts.</summary>
internal static class VerdictNames
{
    public static string Of(Verdict verdict) => verdict == Verdict.AtRisk ? "at risk" : Json.Word(verdict);
}
