using MlTa.Recovery.Procedures;

namespace MlTa.Commands;

/// <summary>What people call things.</summary>
internal static class ActorNames
{
    public static string Of(Actor actor) => actor switch
    {
        Actor.Machine => "machines",
        Actor.Pulumi => "pulumi",
        Actor.OnCall => "on-call engineer",
        Actor.IncidentCommander => "incident commander",
        _ => "technical team",
    };
}
