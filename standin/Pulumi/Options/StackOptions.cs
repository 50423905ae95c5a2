namespace Pulumi;

/// <summary>What applies to every resource of a stack.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}
