using MlTa.Settings.Rules;

namespace MlTa.Settings.Reading;

/// <summary>The settings as the engine hands them over: the only reader of Pulumi's configuration.</summary>
public static class StackConfig
{
    /// <summary>This stack's settings, secrets included. What other stacks say cannot be seen here: that is checked offline.</summary>
    /// <exception cref="RunException">Something is wrong; the message lists all of it.</exception>
    public static StackSettings Read()
    {
        var stack = Deployment.Instance.StackName;
        var project = Deployment.Instance.ProjectName;
        var file = StackFile.NameOf(stack);
        var config = new Config();
        var entries = SettingsBinder.KeysOf(typeof(StackSettings))
            .Select(SettingsBinder.KeyOf)
            .Select(key => (Key: key, Text: config.Get(key)))
            .Where(entry => entry.Text is not null)
            .ToDictionary(entry => entry.Key, SettingNode (entry) => new ScalarNode(entry.Text!));

        var binder = new SettingsBinder(file);
        var settings = binder.BindTop(entries, ConfigKeys.PrefixOf(project)) with { Project = project, Stack = stack };
        List<Problem> problems =
        [
            .. binder.Problems,
            .. StackRules.Check(settings, secretsProvider: null, file, ConfigKeys.PrefixOf(project)),
        ];

        // Pulumi prints a RunException's message and nothing else; any other exception comes with its stack trace.
        return problems.Count == 0 ? settings : throw new RunException(new InvalidSettingsException(problems).Message);
    }
}
