namespace Pulumi;

/// <summary>A union whose types are only known at run time.</summary>
internal interface IUnion
{
    object Value { get; }
}
