using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Time;

/// <summary>When each step of a procedure is done, if everything starts as soon as it can.</summary>
public sealed class CriticalPath
{
    private readonly Dictionary<string, MinuteRange> _ends = [];
    private readonly Dictionary<string, Grade> _grades = [];
    private readonly Dictionary<string, string?> _latest = [];

    /// <param name="steps">Each after the ones that it waits for.</param>
    public CriticalPath(IEnumerable<RecoveryStep> steps)
    {
        foreach (var step in steps)
        {
            var start = step.After.Select(id => _ends[id]).Aggregate(MinuteRange.Zero, MinuteRange.Longest);
            _ends[step.Id] = start + step.Duration.Minutes;
            _grades[step.Id] = step.After.Select(id => _grades[id]).Append(step.Duration.Grade).Max();
            _latest[step.Id] = step.After.MaxBy(id => _ends[id].Likely);
        }
    }

    /// <summary>The same of a part only: what comes before the step, or beside it, takes no time.</summary>
    /// <param name="steps">Each after the ones that it waits for.</param>
    /// <param name="start">The first step that counts.</param>
    public static CriticalPath From(string start, IEnumerable<RecoveryStep> steps)
    {
        HashSet<string> counted = [start];
        return new(steps.Select(step =>
        {
            if (step.After.Any(counted.Contains))
            {
                counted.Add(step.Id);
            }

            return counted.Contains(step.Id) ? step : step with { Duration = Durations.None };
        }));
    }

    /// <summary>Minutes from the beginning until the step is done.</summary>
    public MinuteRange EndOf(string step) => _ends[step];

    /// <summary>The worst grade of all steps that it waits for, and of its own.</summary>
    public Grade GradeOf(string step) => _grades[step];

    /// <summary>The chain of steps that decides when the step is done, as a rule; the first one first.</summary>
    public IReadOnlyList<string> ChainTo(string step)
    {
        List<string> chain = [];
        for (var at = (string?)step; at is not null; at = _latest[at])
        {
            chain.Insert(0, at);
        }

        return chain;
    }
}
