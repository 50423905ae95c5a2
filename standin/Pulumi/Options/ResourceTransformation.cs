namespace Pulumi;

/// <summary>Sees a resource before it is registered, and may give it other args and options; null leaves it as it is.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
