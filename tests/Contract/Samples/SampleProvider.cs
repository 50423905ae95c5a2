using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>The provider of the sample package, or of another one.</summary>
internal sealed class SampleProvider(string name, SampleProviderArgs? args = null, string package = "sample")
    : ProviderResource(package, name, args ?? new SampleProviderArgs(), (CustomResourceOptions?)null);
