using Pulumi;
using Pulumi.Testing;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A stack whose resources and transformations the test declares.</summary>
internal sealed class DeclaredStack : Stack
{
    private DeclaredStack(Action declare, StackOptions options) : base(options) => declare();

    public static Task Evaluate(Action declare, IMocks mocks, params ResourceTransformation[] transformations) =>
        Deployment.TestWithServiceProviderAsync<DeclaredStack>(
            mocks, new Factory(() => new(declare, new() { ResourceTransformations = [.. transformations] })), new() { IsPreview = false });

    /// <summary>The stack has to be made inside of the evaluation, so the SDK asks for it when it is time.</summary>
    private sealed class Factory(Func<DeclaredStack> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(DeclaredStack) ? make() : null;
    }
}
