namespace MlTa.Naming;

/// <summary>
/// How a region's address range is split among its zones. A zone's addresses follow from its place in the list and
/// from nothing else, so a zone that is added at the end moves nobody: moving a subnet replaces it.
/// </summary>
public static class AddressPlan
{
    /// <summary>Room for every zone that AWS has in any region (us-east-1 has six).</summary>
    public const int MaximumZones = 8;

    private const int ZoneBits = 3;
    private const int PrivateBits = 1;
    private const int PublicBits = 3;
    private const int FirstPublicBlock = 4;

    /// <summary>
    /// For each zone one eighth of the range: half of it private, an eighth of it public, the rest spare.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more zones than the plan has room for.</exception>
    public static IReadOnlyList<ZoneAddresses> For(AddressRange range, IReadOnlyList<string> zones) =>
        [.. zones.Select((zone, index) => For(range.Block(ZoneBits, index), zone))];

    private static ZoneAddresses For(AddressRange zoneRange, string zone) => new(
        zone,
        Private: zoneRange.Block(PrivateBits, 0),
        Public: zoneRange.Block(PublicBits, FirstPublicBlock));
}
