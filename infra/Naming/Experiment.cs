namespace MlTa.Naming;

/// <summary>The plan's monthly tests that break something in a stack that runs, as AWS FIS knows them. Nothing starts them by itself.</summary>
public enum Experiment
{
    /// <summary>The database moves to its standby in another zone.</summary>
    DatabaseFailover,

    /// <summary>The nodes of one zone are taken away, and with them every pod on them.</summary>
    ApplicationRecovery,

    /// <summary>Models are not sent to the other serving region for some minutes, and are made good afterwards.</summary>
    ObjectReplication,
}
