namespace MlTa.Settings.Rules;

/// <summary>A rule about one stack file. One that judges any stack is a rule for a drill, too.</summary>
/// <typeparam name="T">What it judges.</typeparam>
internal interface IRule<in T>
    where T : DeployedSettings
{
    /// <summary>The key without the project's name; empty where the fault is not in a key.</summary>
    string Path { get; }

    /// <summary>What is wanted and what was received; null where nothing is wrong, or where what it depends on could not be read.</summary>
    string? ProblemOf(T settings);
}
