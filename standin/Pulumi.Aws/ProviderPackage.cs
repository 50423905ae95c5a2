using System.Globalization;

namespace Pulumi.Providers;

/// <summary>What the generated classes of every provider need; each provider's assembly has its own.</summary>
internal static class ProviderPackage
{
    /// <summary>The provider plugin's version, which a program's state records for each resource.</summary>
    public static string Version { get; } = typeof(ProviderPackage).Assembly.GetName().Version!.ToString(3);

    /// <summary>The first of the variables that is set.</summary>
    public static string? GetEnv(params string[] names) =>
        names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is not null);

    public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    public static int? GetEnvInt32(params string[] names) =>
        int.TryParse(GetEnv(names), CultureInfo.InvariantCulture, out var value) ? value : null;

    public static double? GetEnvDouble(params string[] names) =>
        double.TryParse(GetEnv(names), CultureInfo.InvariantCulture, out var value) ? value : null;
}
