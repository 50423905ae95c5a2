using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>What was active before a failover writes nothing, and keeps what was never replicated.</summary>
internal static class FencingRules
{
    public static readonly RecoveryRule[] All =
    [
        new("fenced-closed", Severity.Error,
            "Nothing can connect to the database of a fenced stack.",
            "PostgreSQL does not notice that another region has taken over: what still writes there writes data that is lost or in conflict.",
            "Declare no rule that lets anything into the security group of its databases.",
            "This project's decision; the security group is what a client cannot override")
        {
            Check = declared => Fenced(declared)
                .SelectMany(database => DatabaseFacts.Entrances(database).Select(entrance => database.Gap($"{entrance.Name} lets something in"))),
        },

        new("fenced-read-only", Severity.Warning,
            "Sessions of a fenced database start read-only.",
            "Whoever opens the group to reconcile lost data could change it by accident.",
            "Set default_transaction_read_only to 1 in its parameter group.",
            "PostgreSQL documentation, 'Client Connection Defaults', default_transaction_read_only")
        {
            Check = declared => Fenced(declared)
                .Where(database => database.Parameter("default_transaction_read_only") is not ("1" or "on"))
                .Select(database => database.Gap($"default_transaction_read_only should be 1, got {database.Parameter("default_transaction_read_only") ?? "nothing"}")),
        },

        new("fenced-idle", Severity.Error,
            "No workload runs in a fenced stack.",
            "Workers that come back with the region repeat what the new region has done already, and the service could answer from two regions.",
            "Declare its deployments with 0 replicas, and neither autoscalers nor jobs.",
            "This project's decision")
        {
            Check = declared =>
                from stack in declared.Stacks
                where stack.Role == Role.Fenced
                from workload in stack.Of(ResourceTypes.Deployment).Where(deployment => deployment.Inputs.Number("spec.replicas") != 0)
                    .Concat(stack.Of(ResourceTypes.Autoscaler))
                    .Concat(stack.Of(ResourceTypes.CronJob).Where(job => !job.Inputs.IsOn("spec.suspend")))
                select stack.Gap(workload, "runs in a fenced stack"),
        },
    ];

    private static IEnumerable<PlacedResource> Fenced(Declarations declared) =>
        declared.Databases.Where(database => database.Stack.Role == Role.Fenced && !database.IsReplica());
}
