using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Tests that change the environment of the whole process run alone, and put it back.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment : IDisposable
{
    private readonly string _name;
    private readonly string? _before;

    private ProcessEnvironment(string name, string? value)
    {
        _name = name;
        _before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public static ProcessEnvironment With(string name, string? value) => new(name, value);

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}
