using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One resource on its way to the monitor, and its outputs on their way back.</summary>
internal sealed class Registration(Deployment deployment, Resource resource, ResourceArgs args, ResourceOptions options)
{
    public async Task CompleteAsync()
    {
        try
        {
            Settle(await RegisterAsync().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            foreach (var promise in resource.Promises.Values)
            {
                promise.Fail(exception);
            }

            throw;
        }
    }

    private async Task<RegisteredResource> RegisterAsync()
    {
        if (options.Urn is not null)
        {
            throw new NotSupportedException("The stand-in for the Pulumi SDK has no engine that could look up a resource by its URN.");
        }

        var dependsOn = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var owner = $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";
        var (inputs, dependencies) = await Properties.SerializeAsync(
            owner, args.ToDictionary().RemoveRange([Wire.Id, Wire.Urn])).ConfigureAwait(false);
        var root = resource.GetResourceType() == Stack.RootType ? null : options.Parent ?? deployment.Stack;
        var parent = root is null ? "" : await root.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = resource is CustomResource && options.Provider is { } given
            ? await given.ReferenceAsync().ConfigureAwait(false)
            : "";
        await Dependencies.WaitAsync([.. dependsOn, .. dependencies]).ConfigureAwait(false);

        var existing = await ExistingIdAsync().ConfigureAwait(false);
        var registered = await deployment.Monitor.RegisterAsync(resource, parent, new()
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = MockMonitor.Known(inputs),
            Provider = provider,
            Id = existing ?? (options as CustomResourceOptions)?.ImportId ?? "",
        }).ConfigureAwait(false);
        return registered with { Id = existing ?? registered.Id };
    }

    /// <summary>The id of a resource that exists already, and is read instead of created.</summary>
    private async Task<string?> ExistingIdAsync()
    {
        var id = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return string.IsNullOrEmpty(id) ? null
            : resource is CustomResource ? id
            : throw new ArgumentException($"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a {nameof(CustomResource)}");
    }

    private void Settle(RegisteredResource registered)
    {
        foreach (var (name, promise) in resource.Promises)
        {
            switch (name)
            {
                case Wire.Urn:
                    promise.Settle(OutputData<object?>.Known(registered.Urn));
                    break;
                case Wire.Id:
                    promise.Settle(OutputData<object?>.Known(registered.Id) with { IsKnown = registered.Id.Length > 0 });
                    break;
                case var _ when registered.State.TryGetValue(name, out var value):
                    var data = Deserializer.Deserialize(value);
                    promise.Settle(data with { Value = Converter.Convert(data.Value, promise.Type) });
                    break;
                default:
                    // Only a finished update knows that there is no value.
                    promise.SettleIfMissing(isKnown: !deployment.IsDryRun);
                    break;
            }
        }
    }
}
