namespace MlTa.Offline;

/// <summary>How the SDK lets a stack be constructed with arguments.</summary>
internal sealed class RecordedStackProvider(Action declare, ResourceTransformation onDeclared) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(RecordedStack) ? new RecordedStack(declare, onDeclared) : null;
}
