using MlTa.Components.Experiments;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>
/// The monthly tests of a stack that is built to serve. The same in every role, and started by nobody here. What depends on another stack's
/// resources is left out before that stack exists.
/// </summary>
internal static class ExperimentTopology
{
    /// <param name="region">The region.</param>
    /// <param name="serving">What it serves with.</param>
    /// <param name="stopAlarmArn">The alarm that says that users are hurt.</param>
    public static void Declare(DeclaredRegion region, ServingRegion serving, Output<string> stopAlarmArn)
    {
        var settings = region.Settings;
        var other = settings.Peers.First(peer => peer.Tier == Tier.Serving);
        var foundation = new ExperimentFoundation("experiments", new()
        {
            Names = region.Names,
            KeyArn = region.KeyArn(KeyPurpose.Alerts),
            PausedRegion = other.Region,
        }, region.Options);

        var faults = new Dictionary<Experiment, Fault> { [Experiment.ApplicationRecovery] = Faults.ApplicationRecovery(serving.Cluster.NodeGroupArns[0]) };
        if (settings.HasDatabase)
        {
            faults.Add(Experiment.DatabaseFailover, Faults.DatabaseFailover(region.Names.DatabaseArn(settings.Database.Generation)));
        }

        if (settings.PeerExists)
        {
            faults.Add(Experiment.ObjectReplication, Faults.ObjectReplication(settings.NamesOf(other)));
        }

        region.Outputs["experiments"] = faults.ToDictionary(fault => SettingNames.Of(fault.Key), fault => new FaultExperiment(Words.Kebab(fault.Key), new()
        {
            Experiment = fault.Key,
            Fault = fault.Value,
            Foundation = foundation,
            StopAlarmArn = stopAlarmArn,
        }, region.Options).Id);
    }
}
