using System.Xml;
using MlTa.Naming;

namespace MlTa.Components.Experiments;

/// <summary>
/// What each experiment does. Actions, their targets and parameters: FIS user guide, "AWS FIS Actions reference"; what the actions call
/// their targets: FIS user guide, "Actions for AWS FIS", and the answers of <c>aws fis get-action</c>.
/// </summary>
internal static class Faults
{
    /// <summary>
    /// Less than the 15 minutes in which replication time control has to be done, and after which a late object raises the alarm in the other
    /// region. Objects that were written before may go on being sent for an hour: what is held back is what is written meanwhile.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Of the nodes in a zone.</summary>
    private const int AllPercent = 100;

    /// <summary>As if its zone were lost: RDS makes the standby of the Multi-AZ pair the primary.</summary>
    /// <param name="databaseArn">Whatever the role. That it works for a replica, which is Multi-AZ too, is assumed.</param>
    public static Fault DatabaseFailover(string databaseArn) => new("aws:rds:reboot-db-instances", "DBInstances", "aws:rds:db")
    {
        Description = "Fails the database over to its standby in another zone",
        Parameters = [("forceFailover", "true")],
        TargetArn = Output.Create(databaseArn),
    };

    /// <summary>
    /// Every node of one zone, and not <c>aws:eks:pod-delete</c>, with which FIS runs a pod of its own in the cluster: that needs an image from a registry
    /// of AWS's, a service account with rights in the namespace, an entry in the cluster and a way through its network policies. What is lost here
    /// includes the pods, and shows besides that others come up elsewhere and that the nodes come back.
    /// </summary>
    public static Fault ApplicationRecovery(Output<string> nodeGroupArn) => new("aws:eks:terminate-nodegroup-instances", "Nodegroups", "aws:eks:nodegroup")
    {
        Description = "Takes away all nodes of one zone, with the pods on them",
        Parameters = [("instanceTerminationPercentage", $"{AllPercent}")],
        TargetArn = nodeGroupArn,
    };

    /// <param name="destination">The stack that the models are not sent to for a while.</param>
    public static Fault ObjectReplication(RegionNames destination) => new("aws:s3:bucket-pause-replication", "Buckets", "aws:s3:bucket")
    {
        Description = $"Pauses the replication of models to {destination.Region}",
        Parameters =
        [
            ("duration", XmlConvert.ToString(Pause)),
            ("region", destination.Region),
            ("destinationBuckets", destination.Bucket(BucketPurpose.Models)),
        ],
        // The action takes no ARN.
        TargetTag = (ExperimentNames.TargetTag, Words.Kebab(Experiment.ObjectReplication)),
    };
}
