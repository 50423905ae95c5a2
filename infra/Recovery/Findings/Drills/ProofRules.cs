using System.Text.Json.Nodes;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>A drill that cannot fail proves nothing.</summary>
internal static class ProofRules
{
    /// <summary>Of which there is a job each: what the plan's checklist asks of a recovery, as far as a machine can tell.</summary>
    private static readonly string[] s_checks = ["validate-database", "validate-cache", "validate-models", "validate-api"];

    public static readonly RecoveryRule[] All =
    [
        new("drill-checks-everything", Severity.Error,
            "A drill checks the database, the cache, the models and the API, and one failure of one check fails it.",
            "The drill is green, and the recovery would not work.",
            "Declare a job for each check, without another try.",
            "pulumi-kubernetes, \"Job\": an update fails with the job; Kubernetes, \"Jobs\", backoffLimit")
        {
            CheckDrill = drill =>
            [
                .. s_checks.Except(drill.Of(ResourceTypes.Job).Select(job => job.Inputs.Text("metadata.name")!))
                    .Select(missing => drill.Gap(missing, "there is no such job")),
                .. drill.Of(ResourceTypes.Job).Where(job => job.Inputs.Number("spec.backoffLimit") != 0)
                    .Select(job => drill.Gap(job, $"backoffLimit should be 0, got {job.Inputs.At("spec.backoffLimit")?.ToString() ?? "nothing"}")),
                .. drill.Of(ResourceTypes.Job).Where(job => job.Inputs.At("metadata.annotations")?["pulumi.com/skipAwait"] is not null)
                    .Select(job => drill.Gap(job, "nobody waits for it")),
                .. drill.Of(ResourceTypes.Job).Where(job => !RunsItsScript(job.Inputs))
                    .Select(job => drill.Gap(job, "runs something else than its script in /checks")),
                .. drill.Of(ResourceTypes.Job).Where(job => job.Inputs.IsOn("spec.suspend")).Select(job => drill.Gap(job, "is suspended")),
            ],
        },
    ];

    /// <summary>The one that its name says.</summary>
    private static bool RunsItsScript(JsonNode job) => job.Items("spec.template.spec.containers").All(container =>
        container.List("command").SequenceEqual(["/bin/sh", $"/checks/{job.Text("metadata.name")?.Replace("validate-", "", StringComparison.Ordinal)}.sh"])
        && !container.List("args").Any());
}
