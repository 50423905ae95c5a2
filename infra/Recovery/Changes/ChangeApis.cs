using MlTa.Offline;
using MlTa.Recovery.Changes.Apis;
using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>What an <c>up</c> calls for a change, and which regions have to answer.</summary>
public static class ChangeApis
{
    private const string ProviderTypes = "pulumi:providers:";
    private const string KubernetesTypes = "kubernetes:";

    private static readonly Dictionary<string, TypeApi> s_apis =
        ((IEnumerable<TypeApi>)[.. DataApis.All, .. ComputeApis.All, .. MonitoringApis.All, .. NetworkApis.All, .. IdentityApis.All]).ToDictionary(api => api.Type);

    /// <summary>
    /// The calls, in their order. None for what AWS is not told: what stays in AWS, what the provider refuses before it calls, and
    /// a provider's own settings. What is unknown counts as replaced.
    /// </summary>
    /// <exception cref="ArgumentException">Nobody has said yet what the type stands for.</exception>
    public static IReadOnlyList<ApiCall> Of(ResourceChange change) => change switch
    {
        { Kind: ChangeKind.Retain or ChangeKind.Impossible } => [],
        _ when change.Resource.Type.StartsWith(ProviderTypes, StringComparison.Ordinal) => [],
        _ when change.Resource.Type.StartsWith(KubernetesTypes, StringComparison.Ordinal) => [Kubernetes(change)],
        { Kind: ChangeKind.Create } => [Create(change.After!)],
        { Kind: ChangeKind.Delete } => [Delete(change.Before!)],
        { Kind: ChangeKind.Promote } => [.. DatabaseCalls.Promote(change)],
        { Kind: ChangeKind.Update } => [.. Update(change)],
        _ when change.After!.DeleteBeforeReplace => [Delete(change.Before!), Create(change.After)],
        _ => [Create(change.After!), Delete(change.Before!)],
    };

    /// <summary>All regions that have to answer for the change to be made, sorted.</summary>
    public static IReadOnlyList<string> TouchedRegions(ResourceChange change) =>
        [.. Of(change).SelectMany(call => call.Needs).Select(need => need.Region).Distinct().Order(StringComparer.Ordinal)];

    private static ApiCall Create(DeclaredResource resource) => resource.Type switch
    {
        Promotion.Database => DatabaseCalls.Create(resource),
        DatabaseCalls.CopyType => DatabaseCalls.StartCopies(resource),
        _ => Call(resource, api => api.Create, api => api.CreationNeeds),
    };

    private static ApiCall Delete(DeclaredResource resource) => resource.Type switch
    {
        Promotion.Database => DatabaseCalls.Delete(resource),
        DatabaseCalls.CopyType => DatabaseCalls.StopCopies(resource),
        _ => Call(resource, api => api.Delete, _ => []),
    };

    private static IEnumerable<ApiCall> Update(ResourceChange change) => change.Resource.Type == Promotion.Database
        ? DatabaseCalls.Update(change)
        : [Call(change.Resource, api => api.Update, _ => [])];

    private static ApiCall Call(DeclaredResource resource, Func<TypeApi, string> action, Func<TypeApi, IEnumerable<Need>> others)
    {
        var api = ApiOf(resource);
        return api.Service.Call(action(api), resource.Region!, others(api));
    }

    private static TypeApi ApiOf(DeclaredResource resource) => s_apis.TryGetValue(resource.Type, out var api)
        ? api
        : throw new ArgumentException($"nobody has said which calls a change of {resource.Type} stands for, so add it to a table in {typeof(DataApis).Namespace}", nameof(resource));

    /// <summary>
    /// A cluster's API server is taken for a part of EKS's data plane: it runs for one customer, and AWS's control plane is what
    /// makes it. AWS fault isolation boundaries does not name it, so this is assumed.
    /// </summary>
    private static ApiCall Kubernetes(ResourceChange change)
    {
        var api = $"Kubernetes API of {change.Stack}";
        var regions = ((IEnumerable<DeclaredResource?>)[change.After, change.Before]).Select(resource => resource?.Region).OfType<string>().Distinct();
        return new(api, [.. regions.Select(region => new Need(region, $"the {api}", Plane.Data))]);
    }
}
