using MlTa.Recovery;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>What the committed stacks copy.</summary>
public sealed class CommittedCopiesTests
{
    [Fact]
    public async Task The_writers_database_is_followed_by_the_standby()
    {
        var copies = await CopiesOfAsync(CommittedStacks.Secondary);

        Assert.All(["read replica ml-ta-production-replica", "snapshots and logs, kept 14 days"], how => Assert.Contains(
            copies, copy => (copy.What, copy.From, copy.To, copy.How) == ("ml-ta-production", "us-west-2", "us-east-1", how)));
    }

    [Fact]
    public async Task Recovery_points_go_from_the_active_region_to_both_others()
    {
        var copies = (await CopiesOfAsync(CommittedStacks.Primary)).Where(copy => copy.What == "databases tagged backup=daily");

        Assert.Equal([("us-west-2", "us-east-1"), ("us-west-2", "eu-west-1")], copies.Select(copy => (copy.From, copy.To)));
    }

    [Theory]
    [InlineData("primary", "us-west-2", "us-east-1")]
    [InlineData("secondary", "us-east-1", "us-west-2")]
    public async Task Every_bucket_of_a_serving_region_goes_to_both_others_within_15_minutes(string stack, string from, string peer)
    {
        var graph = (await DeclaredStacks.AllAsync()).Single(graph => graph.Stack == stack);
        var buckets = graph.Of("aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket"));
        var copies = DataCopies.Of(graph).Where(copy => copy.How == "replication of new objects");

        Assert.Equal(
            buckets.SelectMany(bucket => new[] { (bucket, from, peer), (bucket, from, "eu-west-1") }).Order(),
            copies.Select(copy => (copy.What, copy.From, copy.To)).Order());
        Assert.All(copies, copy => Assert.StartsWith("15 min for 99.9 %", copy.Freshness, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_archive_sends_nothing() => Assert.Empty(await CopiesOfAsync(CommittedStacks.Backup));

    private static async Task<IReadOnlyList<DataCopy>> CopiesOfAsync(StackSettings settings) =>
        [.. DataCopies.Of(await DeclaredStacks.OfAsync(settings))];
}
