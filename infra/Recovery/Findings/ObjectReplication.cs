using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Findings;

/// <summary>One rule by which S3 copies a bucket's objects to another bucket.</summary>
/// <param name="From">The stack that sends.</param>
/// <param name="Configuration">The bucket's replication, which has this rule among others.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Destination">The bucket that receives; null where no stack declares it.</param>
internal sealed record ObjectReplication(JudgedStack From, DeclaredResource Configuration, JsonObject Rule, PlacedResource? Destination)
{
    public string Id => Rule.Text("id") ?? "";

    public bool IsOn => Rule.IsEnabled("status");

    public Gap Gap(string problem) => From.Gap(Configuration, $"rule {Id}: {problem}");

    public static IReadOnlyList<ObjectReplication> In(Declarations declared)
    {
        var buckets = declared.All(ResourceTypes.Bucket).ToLookup(bucket => Arns.Bucket(bucket.Resource.Inputs.Text("bucket") ?? ""));
        return
        [
            .. from configuration in declared.All(ResourceTypes.BucketReplication)
               from rule in configuration.Resource.Inputs.Items("rules")
               select new ObjectReplication(
                   configuration.Stack, configuration.Resource, rule, buckets[rule.Text("destination.bucket") ?? ""].FirstOrDefault()),
        ];
    }
}
