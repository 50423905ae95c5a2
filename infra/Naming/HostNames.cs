using System.Text.RegularExpressions;

namespace MlTa.Naming;

/// <summary>Names in the DNS, as these stacks write them: in small letters and without a dot at the end.</summary>
public static partial class HostNames
{
    /// <summary>A whole name: RFC 1035, section 2.3.4, less the dot at the end and what stands for it.</summary>
    public const int Limit = 253;

    public static bool IsOne(string text) => text.Length <= Limit && Pattern().IsMatch(text);

    /// <summary>Whether a name is the zone's or belongs to it.</summary>
    public static bool IsWithin(string host, string zone) => host == zone || host.EndsWith($".{zone}", StringComparison.Ordinal);

    /// <summary>Labels of at most 63 characters, the last of which is no number: that would be an address.</summary>
    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex Pattern();
}
