using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace MlTa.Tests.Contract;

/// <summary>Remembers what it was told, and answers with the inputs and an id unless a test says otherwise.</summary>
internal sealed class Recorder : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> _outputs = new();

    public Func<MockResourceArgs, object> State { get; init; } = resource => resource.Inputs;

    public Func<MockResourceArgs, string?> Id { get; init; } = resource => $"{resource.Name}-id";

    public Func<MockCallArgs, object> Answer { get; init; } = call => throw new NotSupportedException(call.Token);

    /// <summary>In the order of arrival, which only says something about resources that depend on one another.</summary>
    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    public MockResourceArgs this[string name] => _resources.Single(resource => resource.Name == name);

    public ImmutableDictionary<string, object> Inputs(string name) => this[name].Inputs;

    public MockRegisterResourceOutputsRequest Outputs(string name) =>
        _outputs.Single(request => request.Urn.EndsWith($"::{name}", StringComparison.Ordinal));

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult((Id(args), State(args)));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Answer(args));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        _outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
