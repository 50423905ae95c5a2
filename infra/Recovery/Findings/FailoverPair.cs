using MlTa.Offline;

namespace MlTa.Recovery.Findings;

/// <summary>The two records of the service's name, in the stack that keeps them.</summary>
internal sealed record FailoverPair(JudgedStack Stack, DeclaredResource Primary, DeclaredResource Secondary)
{
    public IReadOnlyList<DeclaredResource> Both => [Primary, Secondary];

    /// <summary>Every record that is answered by the health of others.</summary>
    public static IEnumerable<PlacedResource> Records(Declarations declared) =>
        declared.All(ResourceTypes.Record).Where(record => OrderOf(record.Resource) is not null);

    /// <summary>Without what an archive writes over one of them after a cold restore, when the stack that keeps them is lost.</summary>
    public static IReadOnlyList<PlacedResource> Kept(Declarations declared) =>
        [.. Records(declared).Where(record => !record.Resource.Inputs.IsOn("allowOverwrite"))];

    /// <summary>The pair; null where it is not one.</summary>
    public static FailoverPair? In(Declarations declared)
    {
        var records = Kept(declared);
        return records.Count == 2
            && records[0].Stack == records[1].Stack
            && records[0].Resource.Inputs.Text("name") == records[1].Resource.Inputs.Text("name")
            && Ordered(records, "PRIMARY") is { } primary
            && Ordered(records, "SECONDARY") is { } secondary
                ? new(records[0].Stack, primary, secondary)
                : null;
    }

    /// <summary>What a record asks before it is answered; null where it asks nothing.</summary>
    public DeclaredResource? CheckOf(DeclaredResource record) =>
        record.Inputs["healthCheckId"] is null ? null : Stack.Sources(record, ResourceTypes.HealthCheck).SingleOrDefault();

    public static string? TargetOf(DeclaredResource record) => record.Inputs.List("records").FirstOrDefault();

    /// <summary>Route 53 takes a disabled check for healthy: only together with the inversion it says no for good.</summary>
    public static bool IsPinned(DeclaredResource check) => check.Inputs.IsOn("disabled") && check.Inputs.IsOn("invertHealthcheck");

    private static DeclaredResource? Ordered(IEnumerable<PlacedResource> records, string order) =>
        records.FirstOrDefault(record => OrderOf(record.Resource) == order)?.Resource;

    private static string? OrderOf(DeclaredResource record) => record.Inputs.Items("failoverRoutingPolicies").FirstOrDefault().Text("type");
}
