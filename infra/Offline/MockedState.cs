using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Utilities;

namespace MlTa.Offline;

/// <summary>The outputs of a resource while the declaration runs: the inputs that they repeat, tokens, and what stays unknown.</summary>
internal static class MockedState
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, bool IsText)>> s_outputs = new();

    public static ImmutableDictionary<string, object> Of(Declaration declaration)
    {
        var state = declaration.Inputs.ToBuilder();
        foreach (var (output, isText) in OutputsOf(declaration.Resource.GetType()))
        {
            if (isText)
            {
                // Also what merely repeats an input, which may be something that only AWS can assign.
                state[output] = new OutputToken(declaration.Key, output).ToString();
            }
            else if (StructuredOutputs.Of(declaration, output) is { } structure)
            {
                state[output] = structure;
            }
            else if (!state.ContainsKey(output))
            {
                // Not a null: that would pass for an input that was left out.
                state[output] = OutputUtilities.CreateUnknown("");
            }
        }

        foreach (var secret in declaration.SecretInputs.Where(state.ContainsKey))
        {
            state[secret] = Output.CreateSecret(state[secret]);
        }

        return state.ToImmutable();
    }

    private static IReadOnlyList<(string Name, bool IsText)> OutputsOf(Type resource) => s_outputs.GetOrAdd(resource, type =>
        [.. type.GetProperties()
            .Select(property => (Name: property.GetCustomAttribute<OutputAttribute>()?.Name!, IsText: property.PropertyType == typeof(Output<string>)))
            .Where(output => output.Name is not (null or OutputNames.Id or OutputNames.Urn))]);
}
