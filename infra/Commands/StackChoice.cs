using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Commands;

/// <summary>Which stack files a command is about, and what of them to replace for this run.</summary>
/// <param name="Folder">Where they are; null to look upwards from the current folder.</param>
/// <param name="Stack">The one to show; null for all.</param>
/// <param name="ConfigFile">The file of that one, if it is not called after it.</param>
/// <param name="Overrides">Values for the chosen stack, <c>key=value</c>.</param>
/// <param name="OverridePaths">Whether the overrides' keys lead into maps and lists.</param>
internal sealed record StackChoice(string? Folder, string? Stack, string? ConfigFile, IReadOnlyList<string> Overrides, bool OverridePaths)
{
    /// <summary>
    /// The chosen stack, or all that stand. All files are read and checked in any case: whether one is right depends on the others.
    /// </summary>
    /// <exception cref="InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public IReadOnlyList<DeployedSettings> Read()
    {
        var stacks = ReadAll();
        return Stack is null ? stacks.Standing : [.. stacks.All.Where(settings => settings.Stack == Stack)];
    }

    /// <summary>All stacks, of which the chosen one is overridden.</summary>
    /// <exception cref="InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public ReadStacks ReadAll()
    {
        if (Stack is { Length: 0 })
        {
            throw new InvalidSettingsException([new("command line", "--stack", "expected the name of a stack, got nothing")]);
        }

        if (Overrides.Count > 0 && Stack is null)
        {
            throw new InvalidSettingsException([new("command line", "--config", "belongs to one stack, so say which with --stack, got none")]);
        }

        if (ConfigFile is not null && Stack is null)
        {
            throw new InvalidSettingsException([new("command line", "--config-file", "belongs to one stack, so say which with --stack, got none")]);
        }

        return StackFolder.Read(FindFolder(), new StackRequest(Stack, ConfigFile, Overrides, OverridePaths));
    }

    private string FindFolder()
    {
        if (Folder is not null)
        {
            return Directory.Exists(Folder)
                ? Folder
                : throw new InvalidSettingsException([new("command line", "--cwd", $"expected a folder, got '{Folder}'")]);
        }

        var start = Directory.GetCurrentDirectory();
        return StackFolder.Find(start)
            ?? throw new InvalidSettingsException([new("command line", "--cwd", $"no Pulumi.yaml in '{start}' or above it, so name the folder that has it")]);
    }
}
