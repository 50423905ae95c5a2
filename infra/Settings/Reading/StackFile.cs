namespace MlTa.Settings.Reading;

/// <summary>One <c>Pulumi.STACK.yaml</c>: reads it, fills in the project's defaults and overrides, binds the settings.</summary>
internal sealed class StackFile(string stack, ProjectFile project)
{
    /// <summary>What Pulumi itself keeps beside the configuration.</summary>
    private static readonly string[] s_sections = ["config", "secretsprovider", "encryptedkey", "encryptionsalt", "environment"];

    /// <summary>Of Pulumi's own keys the one that this project sets, see <c>Pulumi.yaml</c>.</summary>
    private const string DefaultProvidersKey = "pulumi:disable-default-providers";

    private readonly SettingsBinder _binder = new(NameOf(stack));

    public IReadOnlyList<Problem> Problems => _binder.Problems;

    /// <summary>Where Pulumi finds the key that encrypts this stack's secrets; null where the file does not say.</summary>
    public string? SecretsProvider { get; private set; }

    public static string NameOf(string stack) => $"Pulumi.{stack}.yaml";

    /// <summary>The settings, or null where problems were noted.</summary>
    public StackSettings? Parse(string text, IReadOnlyList<SettingOverride> overrides)
    {
        if (Sections(text) is not { } sections)
        {
            return null;
        }

        SecretsProvider = (sections.GetValueOrDefault("secretsprovider") as ScalarNode)?.Text;
        var entries = OwnEntries(sections);
        foreach (var given in overrides)
        {
            given.Apply(entries, project.Name, _binder);
        }

        foreach (var key in project.SecretKeys)
        {
            // Nothing offline needs a secret, so nothing offline ever holds one, or asks for one that is not set yet.
            entries[key] = new EncryptedNode();
        }

        var settings = _binder.BindTop<StackSettings>(Unprefixed(entries), ConfigKeys.PrefixOf(project.Name));
        return Problems.Count == 0 ? settings! with { Project = project.Name, Stack = stack } : null;
    }

    private IReadOnlyDictionary<string, SettingNode>? Sections(string text)
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

                    return root.Entries;
                case var other:
                    _binder.Report("", $"expected a map with the key config, got {other.Shown}");
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
    private Dictionary<string, SettingNode> OwnEntries(IReadOnlyDictionary<string, SettingNode> sections)
    {
        var given = new Dictionary<string, SettingNode>();
        foreach (var (key, node) in (sections.GetValueOrDefault("config") as MapNode)?.Entries ?? new Dictionary<string, SettingNode>())
        {
            if (!given.TryAdd(ConfigKeys.Full(project.Name, key), node))
            {
                _binder.Report(key, "given twice, with and without the project's name");
            }
        }

        var entries = new Dictionary<string, SettingNode>(project.Defaults);
        foreach (var (key, node) in given)
        {
            entries[key] = node;
        }

        foreach (var key in project.SecretKeys.Where(key => given.GetValueOrDefault(key) is not (null or EncryptedNode)))
        {
            _binder.Report(key, $"has to be encrypted, so set it with: pulumi config set --secret {key} --stack {stack}; got {SecretText.Redacted}");
        }

        return entries;
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
