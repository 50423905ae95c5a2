using MlTa.Settings;
using MlTa.Settings.Drills;

namespace MlTa.Topology;

/// <summary>What one stack declares. Run by the engine, by the offline commands and by the tests alike.</summary>
public static class StackTopology
{
    /// <returns>The stack's outputs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Settings of a shape that nobody declares.</exception>
    public static IDictionary<string, object?> Declare(DeployedSettings settings) => settings switch
    {
        StackSettings standing => RegionTopology.Declare(standing),
        DrillSettings drill => DrillTopology.Declare(drill),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.GetType(), "expected a stack that stands, or a drill"),
    };
}
