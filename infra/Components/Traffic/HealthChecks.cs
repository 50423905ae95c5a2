namespace MlTa.Components.Traffic;

/// <summary>All health checks of the service.</summary>
public sealed class HealthChecks : ComponentResource
{
    public HealthChecks(string name, ComponentResourceOptions? options = null)
        : base("ml-ta:index:HealthChecks", name, options)
    {
        RegisterOutputs();
    }
}
