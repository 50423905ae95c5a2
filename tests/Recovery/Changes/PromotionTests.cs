using System.Text.Json.Nodes;
using MlTa.Recovery.Changes;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

public sealed class PromotionTests
{
    private const string Source = "arn:aws:rds:us-west-2:111122223333:db:ml-ta-us-west-2";

    [Fact]
    public void Dropping_the_source_promotes_and_only_what_rds_is_sent_counts_as_modified()
    {
        var change = Declared.Change(
            Declared.Database(new() { ["replicateSourceDb"] = Source, ["skipFinalSnapshot"] = true, ["multiAz"] = false, ["tags"] = new JsonObject { ["a"] = "1" } }),
            Declared.Database(new() { ["skipFinalSnapshot"] = false, ["finalSnapshotIdentifier"] = "last", ["multiAz"] = true, ["deleteAutomatedBackups"] = false }));

        Assert.Equal(ChangeKind.Promote, change.Kind);
        Assert.Equal(["deleteAutomatedBackups", "finalSnapshotIdentifier", "multiAz", "replicateSourceDb", "skipFinalSnapshot", "tags.a"], change.Properties);
        Assert.Equal(["multiAz", "replicateSourceDb"], change.ModifiedProperties());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:db:other")]
    public void No_database_can_be_given_a_source_or_another_one(string? before)
    {
        var change = Declared.Change(
            Declared.Database(before is null ? [] : new() { ["replicateSourceDb"] = before }),
            Declared.Database(new() { ["replicateSourceDb"] = Source }));

        Assert.Equal((ChangeKind.Impossible, "the provider refuses every change of replicateSourceDb"), (change.Kind, change.Why));
    }

    [Fact]
    public void A_promotion_together_with_what_replaces_is_a_replacement()
    {
        var change = Declared.Change(
            Declared.Database(new() { ["replicateSourceDb"] = Source, ["kmsKeyId"] = "a" }),
            Declared.Database(new() { ["kmsKeyId"] = "b" }));

        Assert.Equal((ChangeKind.Replace, "kmsKeyId can only be set when it is made"), (change.Kind, change.Why));
    }
}
