using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A resource of another package.</summary>
internal sealed class Shelf(string name, CustomResourceOptions? options = null)
    : CustomResource("other:index:Shelf", name, ResourceArgs.Empty, options);
