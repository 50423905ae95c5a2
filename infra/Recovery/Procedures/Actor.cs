namespace MlTa.Recovery.Procedures;

/// <summary>Who does a step.</summary>
public enum Actor
{
    /// <summary>Checks, alarms, probes and autoscalers: nobody has to be awake.</summary>
    Machine,

    /// <summary>The <c>pulumi</c> CLI, which somebody has started.</summary>
    Pulumi,

    OnCall,

    /// <summary>Decides that a region is given up.</summary>
    IncidentCommander,

    /// <summary>Everybody who can say that the service works again.</summary>
    Team,
}
