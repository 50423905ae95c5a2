using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Passes to the mocks what an engine would be told.</summary>
internal sealed class MockMonitor(Deployment deployment, IMocks mocks)
{
    public ConcurrentQueue<Resource> Resources { get; } = new();

    /// <summary>Mocks see neither what is unknown nor what is null, and not what is secret.</summary>
    public static ImmutableDictionary<string, object> Known(ImmutableDictionary<string, object?> serialized) => serialized
        .Select(property => (property.Key, Data: Deserializer.Deserialize(property.Value)))
        .Where(property => property.Data is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(property => property.Key, property => property.Data.Value!);

    public async Task<RegisteredResource> RegisterAsync(Resource resource, string parent, MockResourceArgs args)
    {
        Resources.Enqueue(resource);
        var urn = UrnOf(parent, args.Type!, args.Name!);
        if (args.Type == Stack.RootType)
        {
            return new(urn, "", ImmutableDictionary<string, object?>.Empty);
        }

        // On a thread of its own: mocks are called from several threads and in no fixed order, here as with the real SDK.
        var (id, state) = await Task.Run(() => mocks.NewResourceAsync(args)).ConfigureAwait(false);
        return new(urn, id ?? args.Id!, await SerializeAsync(state).ConfigureAwait(false));
    }

    public async Task<ImmutableDictionary<string, object?>> CallAsync(
        string token, ImmutableDictionary<string, object?> args, string provider)
    {
        var call = new MockCallArgs { Token = token, Args = Known(args), Provider = provider };
        return await SerializeAsync(await Task.Run(() => mocks.CallAsync(call)).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs.GetValueAsync(whenUnknown: new Dictionary<string, object?>()).ConfigureAwait(false);
        var (serialized, _) = await Properties.SerializeAsync("monitor.registerResourceOutputs(...)", values).ConfigureAwait(false);

        await mocks.RegisterResourceOutputs(new(urn, serialized.ToImmutableDictionary(
            output => output.Key,
            output => new Output<object?>(Deserializer.Deserialize(output.Value))))).ConfigureAwait(false);
    }

    private static async Task<ImmutableDictionary<string, object?>> SerializeAsync(object state)
    {
        var plain = state is IDictionary<string, object> map ? map.ToImmutableDictionary() : state;
        return await new Serializer(keepsResources: true).SerializeAsync("", plain).ConfigureAwait(false)
            as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    /// <summary>Of all its ancestors a resource's URN names the stack only.</summary>
    private string UrnOf(string parent, string type, string name)
    {
        var path = parent.Length == 0 ? type : $"{Stack.RootType}${type}";
        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{path}::{name}";
    }
}
