using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>What is wrong with the input of a command, wherever it comes from: all of it is told at once.</summary>
internal sealed class InputProblems
{
    private readonly List<Problem> _problems = [];

    public void Add(string option, string text) => _problems.Add(new("command line", option, text));

    /// <summary>What is read; null where that cannot be done, and the reasons are noted.</summary>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidSettingsException e)
        {
            _problems.AddRange(e.Problems);
            return null;
        }
    }

    /// <exception cref="InvalidSettingsException">Something was wrong.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new InvalidSettingsException(_problems);
        }
    }
}
