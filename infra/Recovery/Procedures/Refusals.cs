using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Settings;

namespace MlTa.Recovery.Procedures;

/// <summary>Why a plan must not be carried out.</summary>
public static class Refusals
{
    /// <summary>A database that is kept is closed as it is promoted, and nobody waits for it.</summary>
    private const string ClosingProperty = "vpcSecurityGroupIds";

    /// <summary>What a flip must find as it is: it needs us-east-1 wherever it is, or hours.</summary>
    private static readonly string[] s_standing = ["aws:iam/", "aws:kms/", "aws:s3/", "aws:lb/", "aws:eks/"];

    /// <summary>Those against a change of roles alone.</summary>
    public static IReadOnlyList<string> OfFlip(IEnumerable<PlannedUp> ups) =>
    [
        .. from up in ups
           from change in up.Changes
           where s_standing.Any(prefix => change.Resource.Type.StartsWith(prefix, StringComparison.Ordinal))
           select $"{up.Phase.Stack}: {change.Resource.Type} {change.Resource.Name}: has to exist before a failover, and would be changed by it ({SettingNames.Of(change.Kind)})",
    ];

    /// <summary>A sentence for each reason; none for a plan that is safe.</summary>
    /// <param name="ups">What is to be done.</param>
    /// <param name="start">What every stack declares before.</param>
    /// <param name="lost">The regions that do not answer.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PlannedUp> ups, IReadOnlyList<StackGraph> start, IReadOnlySet<string> lost)
    {
        var orders = WriterOrders.Of(ups, start, lost);
        return
        [
            .. OfChanges(ups, lost),
            .. orders.IsStatedOrderSafe ? Array.Empty<string>() : [$"{string.Join(", then ", ups.Select(up => up.Phase.Stack))}: two regions would write at once, so fence the old one first"],
        ];
    }

    /// <summary>Those that a single change gives.</summary>
    public static IEnumerable<string> OfChanges(IEnumerable<PlannedUp> ups, IReadOnlySet<string> lost) =>
        ups.SelectMany(up => up.Changes.SelectMany(change => Of(change, lost).Select(why => $"{up.Phase.Stack}: {change.Resource.Type} {change.Resource.Name}: {why}")));

    private static IEnumerable<string> Of(ResourceChange change, IReadOnlySet<string> lost)
    {
        if (change.Kind == ChangeKind.Delete && DataResources.IsLoss(change))
        {
            yield return $"{DataResources.Reasons[change.Resource.Type]}, and would be deleted";
        }

        if (change.Kind == ChangeKind.Replace)
        {
            yield return $"{(DataResources.IsData(change.Resource) ? $"{DataResources.Reasons[change.Resource.Type]}, and " : "")}would be replaced: {change.Why}";
        }

        if (change.IsRefused)
        {
            yield return "is protected, so the engine refuses to take it out of the stack";
        }

        if (change.Kind == ChangeKind.Unknown)
        {
            yield return $"nobody has said yet what a change of {string.Join(", ", change.Properties)} does, so it may replace it";
        }

        if (change.Kind == ChangeKind.Impossible)
        {
            yield return $"the provider refuses this change of {string.Join(", ", change.Properties)}";
        }

        var modified = change.ModifiedProperties();
        if (change.Kind == ChangeKind.Promote && modified.Count > 1 && !modified.Contains(ClosingProperty))
        {
            yield return $"is promoted together with other changes ({string.Join(", ", modified)}), which the promotion or a second call waits for";
        }

        if (ChangeApis.TouchedRegions(change).Where(lost.Contains).ToList() is { Count: > 0 } touched)
        {
            yield return $"needs {string.Join(" and ", touched)}, which {(touched.Count == 1 ? "is" : "are")} lost";
        }
    }
}
