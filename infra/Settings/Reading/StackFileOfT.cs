namespace MlTa.Settings.Reading;

/// <summary>One <c>Pulumi.STACK.yaml</c>: reads it, fills in the project's defaults and overrides, binds the settings.</summary>
/// <typeparam name="T">The shape of the settings.</typeparam>
/// <param name="stack">The stack that the file is read for.</param>
/// <param name="project">The project's file.</param>
/// <param name="name">The name that problems give the file; null for the stack's own.</param>
internal sealed class StackFile<T>(string stack, ProjectFile project, string? name = null)
    where T : DeployedSettings
{
    /// <summary>What Pulumi itself keeps beside the configuration.</summary>
    private static readonly string[] s_sections = [ConfigKeys.Section, "secretsprovider", "encryptedkey", "encryptionsalt", "environment"];

    /// <summary>Of Pulumi's own keys the one that this project sets, see <c>Pulumi.yaml</c>.</summary>
    private const string DefaultProvidersKey = "pulumi:disable-default-providers";

    public string Stack => stack;

    private readonly SettingsBinder _binder = new(name ?? StackFile.NameOf(stack));

    /// <summary>Full keys that the file gives; the others have the project's default.</summary>
    private readonly HashSet<string> _given = [];

    /// <summary>Full keys and paths that the command line gives.</summary>
    private readonly HashSet<string> _overridden = [];

    private readonly HashSet<string> _secretKeys =
        [.. SettingsBinder.SecretKeysOf(typeof(T)).Select(key => ConfigKeys.Full(project.Name, key))];

    /// <summary>The project's defaults, but for keys that only other stacks have.</summary>
    private readonly Dictionary<string, SettingNode> _defaults = project.DefaultsOf(typeof(T));

    public IEnumerable<Problem> Problems => _binder.Problems.Select(Locate);

    /// <summary>Where Pulumi finds the key that encrypts this stack's secrets; null where the file does not say.</summary>
    public string? SecretsProvider { get; private set; }

    /// <summary>The settings as far as they can be read; null where the file has no configuration at all.</summary>
    public T? Parse(string text, IReadOnlyList<SettingOverride> overrides)
    {
        if (Root(text) is not { } root)
        {
            return null;
        }

        if (ConfigKeys.SectionOf(root) is not { } section)
        {
            _binder.Report(ConfigKeys.Section, $"expected a map, got {root.Entries[ConfigKeys.Section].Shown}");
            return null;
        }

        SecretsProvider = (root.Entries.GetValueOrDefault("secretsprovider") as ScalarNode)?.Text;
        var entries = Entries(section);
        foreach (var replacement in overrides)
        {
            Override(entries, replacement);
        }

        return _binder.BindTop<T>(Unprefixed(entries), ConfigKeys.PrefixOf(project.Name)) with
        {
            Project = project.Name,
            Stack = stack,
            SecretsProvider = SecretsProvider,
        };
    }

    /// <summary>A value that the stack file does not give is found on the command line, or in the project file.</summary>
    public Problem Locate(Problem problem) => problem.Path.Split('.', '[')[0] switch
    {
        _ when _overridden.Any(path => problem.Path.StartsWith(path, StringComparison.Ordinal) || IsWithin(path, problem.Path)) => problem with { File = $"--config for {problem.File}" },
        var key when !_given.Contains(key) && _defaults.ContainsKey(key) => problem with { File = $"{ProjectFile.FileName} for {problem.File}" },
        _ => problem,
    };

    /// <summary>A rule about a list names the list, of which a path gives an item.</summary>
    private static bool IsWithin(string path, string outer) => path.StartsWith(outer, StringComparison.Ordinal) && path[outer.Length..] is ['[', ..];

    private MapNode? Root(string text)
    {
        try
        {
            switch (YamlNodes.Parse(text))
            {
                case MapNode root:
                    foreach (var section in root.Entries.Keys.Except(s_sections))
                    {
                        _binder.Report(section, $"unknown section, known are {string.Join(", ", s_sections)}");
                    }

                    return root;
                case var other:
                    _binder.Report("", $"expected a map with the key {ConfigKeys.Section}, got {other.Shown}");
                    return null;
            }
        }
        catch (FormatException e)
        {
            _binder.Report("", e.Message);
            return null;
        }
    }

    /// <summary>The project's defaults, replaced key by key by what the stack file says: Pulumi merges no deeper.</summary>
    private Dictionary<string, SettingNode> Entries(IReadOnlyDictionary<string, SettingNode> section)
    {
        var entries = new Dictionary<string, SettingNode>(_defaults);
        foreach (var (key, node) in section)
        {
            var fullKey = ConfigKeys.Full(project.Name, key);
            if (!_given.Add(fullKey))
            {
                _binder.Report(key, "given twice, with and without the project's name, so remove one");
            }

            entries[fullKey] = node;
        }

        foreach (var key in _secretKeys)
        {
            if (entries.GetValueOrDefault(key) is not (null or EncryptedNode))
            {
                _binder.Report(key, $"has to be encrypted, so set it with: pulumi config set --secret {key} --stack {stack}; got {SecretText.Redacted}");
            }

            // Nothing offline needs a secret, so nothing offline ever holds one, or asks for one that is not set yet.
            entries[key] = new EncryptedNode();
        }

        return entries;
    }

    private void Override(Dictionary<string, SettingNode> entries, SettingOverride replacement)
    {
        var key = replacement.TopKey(project.Name);
        _overridden.Add(ConfigKeys.Full(project.Name, replacement.Key));
        if (_secretKeys.Contains(key))
        {
            return;
        }

        try
        {
            entries[key] = replacement.Apply(entries.GetValueOrDefault(key));
        }
        catch (FormatException e)
        {
            _binder.Report(ConfigKeys.Full(project.Name, replacement.Key), e.Message);
        }
    }

    private Dictionary<string, SettingNode> Unprefixed(Dictionary<string, SettingNode> entries)
    {
        var prefix = ConfigKeys.PrefixOf(project.Name);
        foreach (var key in entries.Keys.Where(key => !key.StartsWith(prefix, StringComparison.Ordinal) && key != DefaultProvidersKey))
        {
            _binder.Report(key, $"belongs to no provider of this program, which configures its own; known are {prefix}KEY and {DefaultProvidersKey}");
        }

        return entries
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);
    }
}
