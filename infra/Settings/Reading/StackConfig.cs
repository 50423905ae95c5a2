using MlTa.Settings.Drills;
using MlTa.Settings.Rules;
using MlTa.Settings.Rules.Drills;

namespace MlTa.Settings.Reading;

/// <summary>The settings as the engine hands them over: the only reader of Pulumi's configuration.</summary>
public static class StackConfig
{
    /// <summary>This stack's settings, secrets included. What other stacks say cannot be seen here: that is checked offline.</summary>
    /// <exception cref="RunException">Something is wrong; the message lists all of it.</exception>
    public static DeployedSettings Read() => DrillSettings.IsNameOfDrill(Deployment.Instance.StackName)
        ? Read<DrillSettings>(DrillRules.Check)
        : Read<StackSettings>((settings, file, prefix) => StackRules.Check(settings, secretsProvider: null, file, prefix));

    private static T Read<T>(Func<T, string, string, IEnumerable<Problem>> check)
        where T : DeployedSettings
    {
        var stack = Deployment.Instance.StackName;
        var project = Deployment.Instance.ProjectName;
        var file = StackFile.NameOf(stack);
        var config = new Config();
        var entries = SettingsBinder.KeysOf(typeof(T))
            .Select(SettingsBinder.KeyOf)
            .Select(key => (Key: key, Text: config.Get(key)))
            .Where(entry => entry.Text is not null)
            .ToDictionary(entry => entry.Key, SettingNode (entry) => new ScalarNode(entry.Text!));

        var binder = new SettingsBinder(file);
        var settings = binder.BindTop<T>(entries, ConfigKeys.PrefixOf(project)) with { Project = project, Stack = stack };
        List<Problem> problems = [.. binder.Problems, .. check(settings, file, ConfigKeys.PrefixOf(project))];

        // Pulumi prints a RunException's message and nothing else; any other exception comes with its stack trace.
        return problems.Count == 0 ? settings : throw new RunException(new InvalidSettingsException(problems).Message);
    }
}
