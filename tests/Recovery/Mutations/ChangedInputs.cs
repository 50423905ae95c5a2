using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>The inputs of a resource with some of them changed; null takes one away.</summary>
internal static class ChangedInputs
{
    public static JsonObject Of(DeclaredResource resource, params (string Input, JsonNode? Value)[] changes)
    {
        var inputs = resource.Inputs.DeepClone().AsObject();
        foreach (var (input, value) in changes)
        {
            inputs.Remove(input);
            if (value is not null)
            {
                inputs[input] = value;
            }
        }

        return inputs;
    }
}
