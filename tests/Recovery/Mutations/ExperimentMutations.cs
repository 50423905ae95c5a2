using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Experiments that would hurt, or prove nothing.</summary>
internal static class ExperimentMutations
{
    private const string Failover = $"primary {T.Experiment} database-failover";
    private const string Nodes = $"secondary {T.Experiment} application-recovery";
    private const string Objects = $"primary {T.Experiment} object-replication";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("an experiment without a stop condition", s => s.Set(Failover, "stopConditions[0]", null), "experiment-can-stop"),
        new("an experiment that nothing stops", s => s.Set(Failover, "stopConditions[0].source", "none"), "experiment-can-stop"),
        new("an experiment that stops at an alarm of another region", s => s.Say(Nodes, "cloudwatch:us-east-1", "cloudwatch:us-west-2"), "experiment-can-stop"),
        new("an experiment that stops at an alarm which only another stack has", s => s.Say(Failover, "alarm:ml-ta-no-healthy-target", "alarm:ml-ta-outage-on-call"), "experiment-can-stop"),
        new("an experiment whose alarm is gone", s => s.Drop($"primary {T.Alarm} no-healthy-target"), "experiment-can-stop"),
        new("a second stop condition that nobody declares", s => s.Set(Nodes, "stopConditions[1]", new System.Text.Json.Nodes.JsonObject { ["source"] = "aws:cloudwatch:alarm", ["value"] = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:ml-ta-latency" }), "experiment-can-stop"),
        new("an experiment that may hit nothing", s => s.Set(Objects, "experimentOptions.emptyTargetResolutionMode", "skip"), "experiment-hits-something"),
        new("an experiment that leaves open what an empty target means", s => s.Set(Objects, "experimentOptions", null), "experiment-hits-something"),
        new("an experiment on another region's database", s => s.Say(Failover, ":rds:us-west-2", ":rds:us-east-1"), "experiment-stays-home"),
        new("an experiment on a database that is not declared", s => s.Say(Failover, "db:ml-ta-production", "db:ml-ta-analytics"), "experiment-stays-home"),
        new("an experiment on somebody else's nodes", s => s.Set(Nodes, "targets[0].resourceArns[0]", "arn:aws:eks:us-east-1:111122223333:nodegroup/other/nodes/0c9d"), "experiment-stays-home"),
        new("an experiment on whatever has its type", s => s.Set(Nodes, "targets[0].resourceArns", null), "experiment-stays-home"),
        new("an experiment on a tag that no bucket has", s => s.Set($"primary {T.Bucket} models", "tags", null), "experiment-stays-home"),
        new("an experiment on a tag of many", s => s.Say(Objects, "experiment-target", "project"), "experiment-stays-home"),
        new("healthy targets whose silence is no fault", s => s.Set($"secondary {T.Alarm} no-healthy-target", "treatMissingData", "missing"), "silence-is-a-fault"),
    ];
}
