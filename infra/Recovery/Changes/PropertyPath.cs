using System.Globalization;
using System.Text.RegularExpressions;

namespace MlTa.Recovery.Changes;

/// <summary>Where in a resource's inputs a value is, written as Pulumi does: <c>spec.ports[0].port</c>, <c>labels["a.b"]</c>.</summary>
internal sealed partial class PropertyPath
{
    private const string Any = "*";

    private readonly IReadOnlyList<Step> _steps;

    private PropertyPath(IReadOnlyList<Step> steps) => _steps = steps;

    /// <summary>The inputs as a whole.</summary>
    public static PropertyPath All { get; } = new([]);

    /// <summary>The names alone, from the outermost: places in a list do not matter to what a change does.</summary>
    public IEnumerable<string> Names => _steps.Where(step => !step.IsPlace).Select(step => step.Text);

    /// <param name="text">As it stands in <c>ignoreChanges</c>; <c>*</c> is any name or place.</param>
    public static PropertyPath Parse(string text) => new([.. StepPattern().Matches(text).Select(StepOf)]);

    public PropertyPath Then(string name) => new([.. _steps, new(name, false)]);

    public PropertyPath Then(int place) => new([.. _steps, new(place.ToString(CultureInfo.InvariantCulture), true)]);

    /// <summary>Whether <paramref name="path"/> is this one, or lies inside of it.</summary>
    public bool Contains(PropertyPath path) => _steps.Count <= path._steps.Count
        && _steps.Zip(path._steps).All(pair => pair.First.Text == Any || pair.First == pair.Second);

    public override string ToString() => string.Concat(_steps.Select(Show));

    private static string Show(Step step, int index) => step switch
    {
        { IsPlace: true } => $"[{step.Text}]",
        _ when !NamePattern().IsMatch(step.Text) => $"[\"{step.Text}\"]",
        _ => index == 0 ? step.Text : $".{step.Text}",
    };

    private static Step StepOf(Match match)
    {
        if (match.Groups["key"].Success)
        {
            return new(match.Groups["key"].Value, false);
        }

        return match.Groups["place"].Success ? new(match.Groups["place"].Value, true) : new(match.Groups["name"].Value, false);
    }

    [GeneratedRegex("""\["(?<key>[^"]*)"\]|\[(?<place>\d+|\*)\]|(?<name>[^.\[\]]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex StepPattern();

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex NamePattern();

    /// <param name="Text">A name, or a place in a list.</param>
    /// <param name="IsPlace">Which of the two.</param>
    private readonly record struct Step(string Text, bool IsPlace);
}
