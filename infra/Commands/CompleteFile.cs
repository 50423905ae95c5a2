namespace MlTa.Commands;

/// <summary>A file that is there as a whole, or as it was before.</summary>
internal static class CompleteFile
{
    /// <param name="file">The file; it is replaced only by a complete one.</param>
    /// <param name="content">All of it.</param>
    public static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> content)
    {
        var unfinished = Path.Combine(file.DirectoryName!, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(unfinished, content);
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
