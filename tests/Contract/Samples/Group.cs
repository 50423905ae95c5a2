using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A component whose children the test declares.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, Action<Group>? declare = null, ComponentResourceOptions? options = null)
        : base("sample:index:Group", name, options) => declare?.Invoke(this);
}
