using System.Collections.Concurrent;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace MlTa.Offline;

/// <summary>Answers for the cloud, and remembers what it was asked for.</summary>
internal sealed class Recorder : IMocks
{
    // Pulumi registers resources from several threads, in no fixed order.
    private readonly ConcurrentDictionary<ResourceKey, Declaration> _declarations = new();
    private readonly ConcurrentDictionary<string, bool> _problems = new();

    public IReadOnlyDictionary<ResourceKey, Declaration> Declarations => _declarations;

    /// <summary>What could not be evaluated. The SDK reports these as well, but also whatever failed because of them.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The transformation: called for each resource as the program constructs it.</summary>
    /// <exception cref="RunException">The name is taken; the engine would say so as well, the SDK's mocks do not.</exception>
    public ResourceTransformationResult? OnDeclared(ResourceTransformationArgs args)
    {
        var declaration = new Declaration(args.Resource, args.Args, args.Options);
        if (args.Resource is not Stack && !_declarations.TryAdd(declaration.Key, declaration))
        {
            throw Problem($"{declaration.Key} is declared twice, and names must be unique within a stack");
        }

        return null;
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var key = new ResourceKey(args.Type!, args.Name!);
        var declaration = _declarations[key];
        if (declaration.Options.Id is { } id && await OutputUtilities.GetValueAsync(id.ToOutput()) is { Length: > 0 })
        {
            // Not a resource to create, but one to look up.
            throw AsksTheCloud(key.ToString());
        }

        var given = await GivenInputs.OfAsync(declaration.Args);
        foreach (var (input, sources) in given.Unknown)
        {
            Problem($"the {input} of {key} is made of an output of {Names(sources)} that is not known offline, so take it from the settings or from Naming");
        }

        declaration.Inputs = args.Inputs;
        declaration.Provider = args.Provider ?? "";
        declaration.DependsOn = await ReadDependsOnAsync(declaration.Options);
        declaration.SecretInputs = given.Secret;
        declaration.Sources = [.. given.Sources.Select(ResourceKey.Of)];
        return (new OutputToken(key, OutputNames.Id).ToString(), MockedState.Of(declaration));
    }

    /// <exception cref="RunException">Always: whatever a declaration asks another place for, a lost region could not answer.</exception>
    public Task<object> CallAsync(MockCallArgs args) => throw AsksTheCloud(args.Token!);

    private RunException AsksTheCloud(string what) =>
        Problem($"{what} would ask the cloud, which a recovery cannot count on, so take the answer from the settings or from Naming");

    private RunException Problem(string text)
    {
        _problems.TryAdd(text, true);
        return new(text);
    }

    private static string Names(IEnumerable<Resource> resources) =>
        string.Join(" or ", resources.Select(resource => ResourceKey.Of(resource).ToString()).Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<ResourceKey>> ReadDependsOnAsync(ResourceOptions options)
    {
        List<ResourceKey> keys = [];
        await foreach (var dependency in options.DependsOn)
        {
            keys.Add(ResourceKey.Of(await OutputUtilities.GetValueAsync(dependency.ToOutput())));
        }

        return keys;
    }
}
