using Pulumi.Providers;

namespace Pulumi.Kubernetes;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class KubernetesResourceTypeAttribute(string type) : ResourceTypeAttribute(type, ProviderPackage.Version);
