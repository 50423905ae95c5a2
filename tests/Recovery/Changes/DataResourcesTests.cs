using MlTa.Recovery.Changes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

public sealed class DataResourcesTests
{
    /// <summary>Whatever the stacks protect is worth it; a type that is not listed slips through the rule against losing data.</summary>
    [Fact]
    public async Task Whatever_the_stacks_protect_counts_as_data()
    {
        var @protected = (await DeclaredStacks.InEveryStateAsync())
            .SelectMany(graph => graph.Resources)
            .Where(resource => resource.Protect && !resource.IsComponent)
            .Select(resource => resource.Type)
            .ToHashSet();

        Assert.NotEmpty(@protected);
        Assert.Empty(@protected.Except(DataResources.Reasons.Keys));
    }

    [Theory]
    [InlineData(ChangeKind.Create, false)]
    [InlineData(ChangeKind.Update, false)]
    [InlineData(ChangeKind.Promote, false)]
    [InlineData(ChangeKind.Retain, false)]
    [InlineData(ChangeKind.Impossible, false)]
    [InlineData(ChangeKind.Replace, true)]
    [InlineData(ChangeKind.Delete, true)]
    [InlineData(ChangeKind.Unknown, true)]
    public void Data_is_lost_by_what_takes_it_away_or_may(ChangeKind kind, bool isLoss)
    {
        var database = Declared.Database([]);
        var topic = Declared.Resource("aws:sns/topic:Topic", "topic", []);

        Assert.Equal(isLoss, DataResources.IsLoss(new("stack", kind, database, database, [])));
        Assert.False(DataResources.IsLoss(new("stack", kind, topic, topic, [])));
    }
}
