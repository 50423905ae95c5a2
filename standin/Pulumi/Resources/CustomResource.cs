using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider looks after.</summary>
public class CustomResource : Resource
{
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new())
    {
    }

    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new())
    {
    }

    private protected CustomResource(string urn) : base(urn)
    {
    }

    [Output(Wire.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
