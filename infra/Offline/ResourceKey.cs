namespace MlTa.Offline;

/// <summary>What names a resource within its stack.</summary>
internal readonly record struct ResourceKey(string Type, string Name)
{
    public static ResourceKey Of(Resource resource) => new(resource.GetResourceType(), resource.GetResourceName());

    public override string ToString() => $"{Type} '{Name}'";
}
