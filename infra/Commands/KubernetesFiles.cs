using MlTa.Manifests;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>Writes the Kubernetes objects of stacks into a folder: all of them, or nothing.</summary>
internal sealed class KubernetesFiles
{
    private readonly string _folder;

    private KubernetesFiles(string folder) => _folder = folder;

    /// <exception cref="InvalidSettingsException">Something is in the way.</exception>
    public static KubernetesFiles In(string folder)
    {
        if (folder.Length == 0)
        {
            throw Problem("expected a folder, got nothing");
        }

        if (File.Exists(folder))
        {
            throw Problem($"expected a folder, got the file '{folder}'");
        }

        if (Directory.Exists(folder))
        {
            return Directory.EnumerateFileSystemEntries(folder).Any()
                ? throw Problem($"expected a folder that is new or empty, got '{folder}', which has something in it")
                : new(folder);
        }

        return Directory.Exists(ParentOf(folder)) ? new(folder) : throw Problem($"expected a folder within one that exists, got '{folder}'");
    }

    /// <returns>What became of each stack, a sentence each.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<StackGraph> graphs)
    {
        var stacks = graphs.Select(graph => (
            graph.Stack,
            Folder: graphs.Count == 1 ? "" : graph.Stack,
            Files: KubernetesManifests.Of(graph))).ToList();
        var files = stacks.SelectMany(stack => stack.Files.Select(file => file with { Name = Path.Combine(stack.Folder, file.Name) })).ToList();
        if (files.Count > 0)
        {
            WriteAll(files);
        }

        return [.. stacks.Select(stack => stack.Files.Count > 0
            ? $"{stack.Stack}: {stack.Files.Count} files in {Path.Combine(_folder, stack.Folder)}"
            : $"{stack.Stack}: declares no Kubernetes objects, nothing written")];
    }

    private void WriteAll(IReadOnlyList<ManifestFile> files)
    {
        // On the same disk as the folder, so that moving is all that is left to do; an empty folder may be a disk of its own.
        var exists = Directory.Exists(_folder);
        var unfinished = Directory.CreateDirectory(Path.Combine(exists ? _folder : ParentOf(_folder), $".unfinished-{Guid.NewGuid():N}"));
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(unfinished.FullName, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);

                // Two of one name would be one lost.
                using var writer = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
                writer.Write(file.Text);
            }

            if (exists)
            {
                foreach (var entry in unfinished.GetFileSystemInfos())
                {
                    Directory.Move(entry.FullName, Path.Combine(_folder, entry.Name));
                }

                unfinished.Delete();
            }
            else
            {
                Directory.Move(unfinished.FullName, _folder);
            }
        }
        catch
        {
            unfinished.Delete(recursive: true);
            throw;
        }
    }

    private static string ParentOf(string folder) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? "";

    private static InvalidSettingsException Problem(string text) => new([new("command line", "--kubernetes", text)]);
}
