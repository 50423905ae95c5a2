using CsCheck;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>A region with zones, and addresses that no other site has.</summary>
internal sealed record Site(string Region, IReadOnlyList<string> Zones, string CidrBlock)
{
    /// <summary>Where Route 53 shows what health checks find, and so where the records are kept.</summary>
    public const string KeepersRegion = "us-east-1";

    private const int Sites = 4;

    /// <summary>Where the chat service is, and so the archive.</summary>
    private static readonly string[] s_archives = ["eu-west-1", "us-east-2", "us-west-2", "ap-southeast-1"];

    private static readonly string[] s_regions =
    [
        "us-west-1", "us-west-2", "us-east-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-north-1", "eu-south-2",
        "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-4", "me-central-1", "af-south-1",
    ];

    private static readonly string[] s_blocks =
        [.. Enumerable.Range(0, 256).Select(block => $"10.{block}"), .. Enumerable.Range(16, 16).Select(block => $"172.{block}"), "192.168"];

    /// <summary>One for the stack that is active first, for its standby, for the archive, and for a standby if the first never returns.</summary>
    /// <param name="keeper">The standby's region.</param>
    public static Gen<Site[]> Of(string keeper) =>
        from archive in Gen.OneOf(s_archives)
        from others in Gen.Shuffle(s_regions.Except([archive, keeper]).ToArray(), 2)
        from blocks in Gen.Shuffle(s_blocks, Sites)
        from lengths in Gen.Int[16, 20].Array[Sites]
        from zones in Gen.Shuffle("abcdef".ToCharArray(), 2, 4).Array[Sites]
        let regions = new[] { others[0], keeper, archive, others[1] }
        select regions.Select((region, index) => new Site(
            region, [.. zones[index].Select(zone => $"{region}{zone}")], $"{blocks[index]}.0.0/{lengths[index]}")).ToArray();
}
