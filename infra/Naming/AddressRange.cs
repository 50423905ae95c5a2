using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace MlTa.Naming;

/// <summary>An IPv4 range in CIDR notation whose address is the first one of the range.</summary>
public readonly record struct AddressRange
{
    private const int AddressBits = 32;

    private readonly uint _first;

    private AddressRange(uint first, int prefixLength)
    {
        _first = first;
        PrefixLength = prefixLength;
    }

    public int PrefixLength { get; }

    public long Size => 1L << (AddressBits - PrefixLength);

    private uint Last => (uint)(_first + Size - 1);

    /// <summary>Reads <c>10.10.0.0/16</c>; false for anything else, a range with host bits set included.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        if (!IPNetwork.TryParse(text, out var network) || network.BaseAddress.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var read = new AddressRange(BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes()), network.PrefixLength);
        // .NET accepts short forms such as "10/8"; a stack file should say what it means.
        if (read.ToString() != text)
        {
            return false;
        }

        range = read;
        return true;
    }

    /// <exception cref="FormatException">The text is not an IPv4 range.</exception>
    public static AddressRange Parse(string text) =>
        TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is not an IPv4 range such as 10.10.0.0/16");

    public bool Overlaps(AddressRange other) => _first <= other.Last && other._first <= Last;

    public bool Contains(AddressRange other) => _first <= other._first && other.Last <= Last;

    /// <summary>The block number <paramref name="index"/> of those that are <paramref name="bits"/> bits longer in prefix.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range has no such block.</exception>
    public AddressRange Block(int bits, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, AddressBits - PrefixLength);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << bits, nameof(index));

        var block = new AddressRange(_first, PrefixLength + bits);
        return new((uint)(_first + (block.Size * index)), block.PrefixLength);
    }

    public override string ToString() =>
        $"{_first >> 24}.{(_first >> 16) & 255}.{(_first >> 8) & 255}.{_first & 255}/{PrefixLength}";
}
