namespace MlTa.Offline;

/// <summary>A stack whose transformation sees every resource with its options and arguments, which a mock does not.</summary>
internal sealed class RecordedStack : Stack
{
    public RecordedStack(Action declare, ResourceTransformation onDeclared)
        : base(new StackOptions { ResourceTransformations = { onDeclared } }) => declare();
}
