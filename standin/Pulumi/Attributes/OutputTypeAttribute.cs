namespace Pulumi;

/// <summary>Marks a class that a provider's nested object turns into.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
