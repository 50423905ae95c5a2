namespace Pulumi.SchemaGenerator.Schema;

/// <summary>Which named types the resources take in, and which they put out: a type may be either, or both.</summary>
internal sealed class ReachableTypes
{
    private readonly PackageSchema _schema;

    public ReachableTypes(PackageSchema schema)
    {
        _schema = schema;
        foreach (var resource in schema.Resources)
        {
            Follow(resource.Inputs, Inputs);
            Follow(resource.Outputs, Outputs);
        }
    }

    public SortedSet<string> Inputs { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Outputs { get; } = new(StringComparer.Ordinal);

    private void Follow(IReadOnlyList<PropertySpec> properties, SortedSet<string> found)
    {
        foreach (var property in properties)
        {
            Follow(property.Type, found);
        }
    }

    private void Follow(TypeExpression type, SortedSet<string> found)
    {
        foreach (var part in type.Parts)
        {
            Follow(part, found);
        }

        if (type.Kind == TypeKind.Reference && found.Add(type.Token))
        {
            Follow(_schema.Types[type.Token].Properties, found);
        }
    }
}
