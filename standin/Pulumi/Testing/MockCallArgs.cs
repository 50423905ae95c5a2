using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function call as the provider would be told of it.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    public string? Provider { get; set; }
}
