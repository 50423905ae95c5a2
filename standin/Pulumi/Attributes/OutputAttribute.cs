namespace Pulumi;

/// <summary>Marks what a resource gets back from its provider, or what a component or stack exports.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
