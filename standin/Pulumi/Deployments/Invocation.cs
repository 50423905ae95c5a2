using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One call of a provider's function.</summary>
internal sealed class Invocation<T>(Deployment deployment, string token, InvokeArgs? args, InvokeOptions? options)
{
    public async Task<OutputData<T>> CompleteAsync()
    {
        var (inputs, dependencies) = await Properties.SerializeAsync(
            $"invoke:{token}", (args ?? InvokeArgs.Empty).ToDictionary()).ConfigureAwait(false);
        // A provider cannot answer a question that is not complete yet.
        if (!Deserializer.Deserialize(inputs).IsKnown || !await AreKnownAsync(dependencies).ConfigureAwait(false))
        {
            return OutputData<T>.Unknown();
        }

        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var reference = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        var answer = Deserializer.Deserialize(await deployment.Monitor.CallAsync(token, inputs, reference).ConfigureAwait(false));
        TargetType.Check($"{token} result", typeof(T));
        return answer.Around((T)Converter.Convert(answer.Value, typeof(T))!) with { Resources = dependencies };
    }

    private static async Task<bool> AreKnownAsync(ImmutableHashSet<Resource> dependencies)
    {
        foreach (var resource in Dependencies.Expand(dependencies).OfType<CustomResource>())
        {
            if (!(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }
}
