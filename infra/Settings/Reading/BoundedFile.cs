namespace MlTa.Settings.Reading;

/// <summary>A file that somebody may have made too large. What a link leads to may be larger than the link says, or have no end.</summary>
internal static class BoundedFile
{
    /// <returns>All of it, or one byte more than <paramref name="limit"/>: that is enough to know that it is too much, and the rest is never read.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Begin(FileInfo file, int limit)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[limit + 1];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
