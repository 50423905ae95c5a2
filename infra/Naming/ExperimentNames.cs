namespace MlTa.Naming;

/// <summary>By which names and tags experiments are found: a template has no name in FIS, only an ID that AWS assigns.</summary>
public static class ExperimentNames
{
    /// <summary>On a template; its value is the experiment. What starts experiments looks for it.</summary>
    public const string TemplateTag = "experiment";

    /// <summary>On what FIS can find by tags only; its value is the experiment.</summary>
    public const string TargetTag = "experiment-target";

    /// <summary>Where FIS writes what an experiment did. What AWS services deliver begins with <c>/aws/vendedlogs/</c> by convention.</summary>
    public static string ExperimentLog(this RegionNames names) => $"/aws/vendedlogs/{names.Prefix}-experiments";

    public static string ExperimentLogArn(this RegionNames names) => Arns.LogGroup(names.Region, names.Account, names.ExperimentLog());

    /// <summary>The policy that lets logs be delivered there.</summary>
    public static string ExperimentLogPolicy(this RegionNames names) => $"{names.Prefix}-experiments";

    /// <summary>Every lineage that the stack has or will have: a new one must not need a change of IAM.</summary>
    public static string EveryDatabaseArn(this RegionNames names) => $"{names.DatabaseArn(generation: 0)}*";
}
