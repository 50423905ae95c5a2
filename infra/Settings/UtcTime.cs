using System.Globalization;

namespace MlTa.Settings;

/// <summary>Times as stack files and evidence write them: UTC, to the second, such as <c>2026-11-23T03:05:00Z</c>.</summary>
public static class UtcTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    public static bool IsOne(string text) => TryParse(text, out _);

    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);
}
