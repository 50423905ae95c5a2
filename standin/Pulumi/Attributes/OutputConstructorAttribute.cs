namespace Pulumi;

/// <summary>Marks the constructor that receives a nested object's properties by parameter name.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
