using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Testing;

namespace MlTa.Offline;

/// <summary>Answers for the cloud, and remembers what it was asked for.</summary>
internal sealed class Recorder : IMocks
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> s_textOutputs = new();

    // Pulumi registers resources from several threads, in no fixed order.
    private readonly ConcurrentDictionary<ResourceKey, Declaration> _declarations = new();

    public IReadOnlyDictionary<ResourceKey, Declaration> Declarations => _declarations;

    /// <summary>The transformation: called for each resource as the program constructs it.</summary>
    /// <exception cref="RunException">The name is taken; the engine would say so as well, the SDK's mocks do not.</exception>
    public ResourceTransformationResult? OnDeclared(ResourceTransformationArgs args)
    {
        var declaration = new Declaration(args.Resource, args.Args, args.Options);
        if (args.Resource is not Stack && !_declarations.TryAdd(declaration.Key, declaration))
        {
            throw new RunException($"{declaration.Key} is declared twice, and names must be unique within a stack");
        }

        return null;
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var key = new ResourceKey(args.Type!, args.Name!);
        var declaration = _declarations[key];
        declaration.Inputs = args.Inputs;
        declaration.Provider = args.Provider ?? "";
        declaration.DependsOn = await ReadDependsOnAsync(declaration.Options);
        declaration.SecretInputs = await SecretInputs.FindAsync(declaration.Args);

        var state = args.Inputs.ToBuilder();
        foreach (var output in TextOutputsOf(declaration.Resource.GetType()))
        {
            // Also what merely repeats an input: whoever uses it depends on the resource all the same.
            state[output] = new OutputToken(key, output).ToString();
        }

        return (new OutputToken(key, OutputNames.Id).ToString(), state.ToImmutable());
    }

    /// <exception cref="RunException">Always: whatever a declaration asks another place for, a lost region could not answer.</exception>
    public Task<object> CallAsync(MockCallArgs args) => throw new RunException(
        $"{args.Token} would ask the cloud, which a recovery cannot count on, so take the answer from the settings or from Naming");

    private static async Task<IReadOnlyList<ResourceKey>> ReadDependsOnAsync(ResourceOptions options)
    {
        List<ResourceKey> keys = [];
        await foreach (var dependency in options.DependsOn)
        {
            keys.Add(ResourceKey.Of(await Pulumi.Utilities.OutputUtilities.GetValueAsync(dependency.ToOutput())));
        }

        return keys;
    }

    private static IReadOnlyList<string> TextOutputsOf(Type resource) => s_textOutputs.GetOrAdd(resource, type =>
        [.. type.GetProperties()
            .Where(property => property.PropertyType == typeof(Output<string>))
            .Select(property => property.GetCustomAttribute<OutputAttribute>()?.Name)
            .OfType<string>()
            .Except([OutputNames.Id, OutputNames.Urn])]);
}
