namespace MlTa.Commands;

/// <summary>Which drill is to be written down.</summary>
/// <param name="Path">The recovery path that was walked.</param>
/// <param name="Results">The folder with what it saw.</param>
/// <param name="File">The file to write.</param>
/// <param name="Started">When the disaster was declared; null where the drill's stack says it.</param>
/// <param name="Finished">When it was given up, if what it saw does not say when it ended; null where nobody says.</param>
/// <param name="Commit">The commit that was tried; null where nobody says.</param>
internal sealed record EvidenceChoice(string Path, DirectoryInfo Results, FileInfo File, string? Started, string? Finished, string? Commit);
