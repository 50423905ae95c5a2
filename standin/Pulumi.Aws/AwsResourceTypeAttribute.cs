using Pulumi.Providers;

namespace Pulumi.Aws;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class AwsResourceTypeAttribute(string type) : ResourceTypeAttribute(type, ProviderPackage.Version);
