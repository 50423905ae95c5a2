using MlTa.Recovery.Evidence;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>What is wrong with what drills wrote down, or with what they did not.</summary>
internal static class EvidenceFindings
{
    public static IEnumerable<Finding> Of(RecoveryProofs proofs, ObjectivesSettings objectives) =>
    [
        .. proofs.Refused.Select(file => EvidenceRules.Refused.Broken(null, file.Name, string.Join("; ", file.Problems.Select(problem => problem.Path.Length == 0 ? problem.Text : $"{problem.Path}: {problem.Text}")))),
        .. proofs.Paths.Select(Of).OfType<Finding>(),
        .. proofs.Paths.Where(proof => proof.State is PathState.Proven or PathState.Ageing && proof.Achieved!.RecoveryTimeMinutes > objectives.RecoveryTimeMinutes)
            .Select(proof => EvidenceRules.Slow.Broken(null, proof.Path.Id, $"took {proof.Achieved!.RecoveryTimeMinutes:0.#} min ({proof.Decisive!.Name}), and the objective is {objectives.RecoveryTimeMinutes}")),
    ];

    private static Finding? Of(PathProof proof) => proof.State switch
    {
        PathState.Never => EvidenceRules.Missing.Broken(null, proof.Path.Id, "no drill has walked it"),
        PathState.Failed => EvidenceRules.Failed.Broken(null, proof.Path.Id, $"the last drill, {proof.Decisive!.Name}, failed{Checks(proof.Decisive)}"),
        PathState.Stale => EvidenceRules.Stale.Broken(null, proof.Path.Id, $"was walked on {Day(proof)} ({proof.Decisive!.Name}), and what it exercises has changed since"),
        PathState.Expired => EvidenceRules.Expired.Broken(null, proof.Path.Id, $"was walked last on {Day(proof)} ({proof.Decisive!.Name}), {proof.AgeDays} days ago, and what it measured counts for {Intervals.MeasuredDays(proof.Path.Interval)} days"),
        PathState.Ageing => EvidenceRules.Ageing.Broken(null, proof.Path.Id, $"was walked last on {Day(proof)} ({proof.Decisive!.Name}), {proof.AgeDays} days ago, and is proven for {Intervals.ProvenDays(proof.Path.Interval)} days"),
        _ => null,
    };

    /// <summary>A step that failed leaves no check behind.</summary>
    private static string Checks(EvidenceFile file) =>
        file.Evidence!.Checks.Where(check => !check.Passed).Select(check => check.Id).ToList() is { Count: > 0 } failed ? $": {string.Join(", ", failed)}" : "";

    private static string Day(PathProof proof) => $"{proof.ProvenOn:yyyy-MM-dd}";
}
