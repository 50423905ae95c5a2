using System.CommandLine;

namespace MlTa.Commands;

/// <summary>The options that every command has, named as the <c>pulumi</c> CLI names them.</summary>
internal sealed class StackOptions
{
    private readonly Option<DirectoryInfo?> _folder = new("--cwd", "-C") { Description = "Folder of Pulumi.yaml and the stack files. Default: the nearest one upwards.", Recursive = true };
    private readonly Option<string?> _stack = new("--stack", "-s") { Description = "The stack that is shown, or that --config is for.", Recursive = true };
    private readonly Option<FileInfo?> _configFile = new("--config-file") { Description = "The file of --stack, if it is not called after it: all drills share Pulumi.dr-test.yaml.", Recursive = true };
    private readonly Option<string[]> _config = new("--config", "-c") { Description = "key=value, instead of what the stack's file says. Needs --stack.", Recursive = true };
    private readonly Option<bool> _configPath = new("--config-path") { Description = "Keys of --config lead into maps and lists: database.multiAz, peers[0].region.", Recursive = true };
    private readonly Option<bool> _json = new("--json", "-j") { Description = "For programs; the README describes the shape.", Recursive = true };

    public IReadOnlyList<Option> All => [_folder, _stack, _configFile, _config, _configPath, _json];

    public StackChoice Choice(ParseResult parsed) =>
        new(parsed.GetValue(_folder)?.FullName, parsed.GetValue(_stack), parsed.GetValue(_configFile)?.FullName, parsed.GetValue(_config) ?? [], parsed.GetValue(_configPath));

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);
}
