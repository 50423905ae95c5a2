using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>Takes the steps of a procedure, in an order in which each comes after those that it waits for.</summary>
internal sealed class StepList
{
    private readonly List<RecoveryStep> _steps = [];

    public IReadOnlyList<RecoveryStep> Steps => _steps;

    /// <summary>Something that a person does.</summary>
    /// <returns>The step's ID.</returns>
    public string ByPerson(string id, string title, Actor actor, Duration duration, IEnumerable<string> after) =>
        Add(new() { Id = id, Title = title, Actor = actor, Api = "", Duration = duration, After = [.. after] });

    public string Add(RecoveryStep step)
    {
        _steps.Add(step);
        return step.Id;
    }

    /// <returns>The IDs of all of them.</returns>
    public IReadOnlyList<string> AddUp(PlannedUp up, IEnumerable<string> after)
    {
        var steps = new UpSteps(up).After(after);
        _steps.AddRange(steps);
        return [.. steps.Select(step => step.Id)];
    }
}
