namespace MlTa.Components.Workloads;

/// <summary>An image in the stack's registry.</summary>
public sealed record ContainerImage(string Repository, string Tag)
{
    public override string ToString() => $"{Repository}:{Tag}";
}
