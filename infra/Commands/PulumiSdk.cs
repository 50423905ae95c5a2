using System.Reflection;

namespace MlTa.Commands;

/// <summary>Which Pulumi packages this program was built with.</summary>
internal static class PulumiSdk
{
    /// <summary><c>nuget</c> or <c>standin</c>, as the build decided.</summary>
    public static string Choice { get; } = typeof(PulumiSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(PulumiSdk)).Value!;

    public static string Description => Choice == "nuget" ? "the real packages" : "the stand-in";
}
