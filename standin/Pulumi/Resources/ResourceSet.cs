using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Resources collected from several threads.</summary>
internal sealed class ResourceSet
{
    private readonly Lock _gate = new();
    private ImmutableHashSet<Resource> _items = [];

    public ImmutableHashSet<Resource> Items
    {
        get
        {
            lock (_gate)
            {
                return _items;
            }
        }
    }

    public void Add(Resource resource)
    {
        lock (_gate)
        {
            _items = _items.Add(resource);
        }
    }
}
