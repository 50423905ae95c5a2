using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>
/// What a stack needs in order to be deployed must not be lost together with the region that it replaces: its state,
/// the key of its secrets and its images may be in its own region, or in the archive's, and nowhere else.
/// </summary>
internal static partial class SurvivalRules
{
    /// <summary>Of every stack, a drill's too.</summary>
    public static readonly Rule<DeployedSettings> StateBackend = new(
        "stateBackend", s => !IsBucket(s.StateBackend), s => $"expected s3://BUCKET?region=REGION, got '{s.StateBackend}'");

    public static readonly Rule<StackSettings>[] All =
    [
        new("stateBackend", s => IsBucket(s.StateBackend) && !Survives(s, RegionOf(s.StateBackend)),
            s => $"{Limit(s)}, got {RegionOf(s.StateBackend)}", "region", "peers"),
    ];

    /// <summary>The key is named outside the configuration, so that it is no setting of the program.</summary>
    public static IEnumerable<Problem> CheckSecretsProvider(StackSettings settings, string? secretsProvider, string file)
    {
        // A passphrase is in no region.
        if (secretsProvider is null || !secretsProvider.StartsWith("awskms://", StringComparison.Ordinal))
        {
            yield break;
        }

        var region = RegionOf(secretsProvider);
        if (region is null)
        {
            yield return new(file, "secretsprovider", $"expected awskms://KEY?region=REGION, got '{secretsProvider}'");
        }
        else if (settings.HasRead("region") && settings.HasRead("peers") && !Survives(settings, region))
        {
            yield return new(file, "secretsprovider", $"{Limit(settings)}, got {region}");
        }
    }

    /// <summary>Whether what is in the region is there when the stack takes over.</summary>
    public static bool Survives(StackSettings settings, string? region) => Safe(settings).Contains(region);

    public static string Limit(StackSettings settings) =>
        $"must outlive the region that this stack replaces, so it may be in {string.Join(" or ", Safe(settings))}";

    private static IEnumerable<string> Safe(StackSettings settings) =>
        settings.Peers.Where(peer => peer.Tier == Tier.Archive).Select(peer => peer.Region).Prepend(settings.Region);

    private static bool IsBucket(string url) => url.StartsWith("s3://", StringComparison.Ordinal) && RegionOf(url) is not null;

    /// <summary>The region that the address of a bucket or a key names.</summary>
    public static string? RegionOf(string url) => RegionPattern().Match(url) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^[a-z0-9]+://[^?]+\?(?:[^&]*&)*?region=([a-z0-9-]+)(?:&|\z)")]
    private static partial Regex RegionPattern();
}
