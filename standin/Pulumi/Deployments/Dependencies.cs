namespace Pulumi;

/// <summary>What depending on a resource means.</summary>
internal static class Dependencies
{
    /// <summary>A component stands for the resources that it is made of, down to the first ones with a provider.</summary>
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        Visit(resources);
        return [.. seen.Where(resource => resource is CustomResource)];

        void Visit(IEnumerable<Resource> level)
        {
            foreach (var resource in level)
            {
                if (seen.Add(resource) && resource is ComponentResource)
                {
                    Visit(resource.Children.Items);
                }
            }
        }
    }

    /// <summary>Nothing is registered before what it depends on.</summary>
    public static Task WaitAsync(IEnumerable<Resource> resources) =>
        Task.WhenAll(Expand(resources).Select(resource => resource.Urn.Data));
}
