using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything that a stack declares. Constructing it registers it.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers =
        ImmutableDictionary<string, ProviderResource>.Empty;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        (_type, _name) = (type, name);
        Promises = OutputPromise.MakeAll(this);

        var deployment = Deployment.Instance.Deployment;
        // The stack's transformations reach everything; its protection and providers only what names it as the parent.
        var root = type == Stack.RootType ? null : options.Parent ?? deployment.Stack;
        _transformations = [.. options.ResourceTransformations, .. root?._transformations ?? []];
        (args, options) = Transform(args, options);

        options = options.Clone();
        var providers = options is ComponentResourceOptions component ? component.Providers : [];
        if (options.Provider is not null && providers.Count > 0)
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        if (options.Parent is { } parent)
        {
            parent.Children.Add(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        if (this is not CustomResource)
        {
            providers = options.Provider is null ? providers : [options.Provider];
            _providers = _providers.SetItems(providers.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }
        else if (options.Provider is null)
        {
            options.Provider = options.Parent?.GetProvider(type);
        }
        else if (PackageOf(type) is { } package)
        {
            _providers = _providers.SetItem(package, options.Provider);
        }

        _protect = options.Protect;
        deployment.InFlight.Add(new Registration(deployment, this, args, options).CompleteAsync());
    }

    private protected Resource(string urn)
    {
        (_type, _name) = ("", "");
        Urn = new(OutputData<string>.Known(urn) with { Resources = [this] });
    }

    [Output(Wire.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ResourceSet Children { get; } = new();

    internal ImmutableDictionary<string, OutputPromise> Promises { get; } = ImmutableDictionary<string, OutputPromise>.Empty;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that a resource or function with this token inherits from here.</summary>
    internal ProviderResource? GetProvider(string token) =>
        PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }
}
