using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class EncryptionKeyTests
{
    [Fact]
    public async Task Every_region_has_a_rotating_key_for_each_purpose_that_outlives_the_stack()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var keys = graph.Of("aws:kms/key:Key");

            Assert.Equal(["backup-key", "database-key", "storage-key"], keys.Select(key => key.Name).Order(StringComparer.Ordinal));
            Assert.All(keys, key =>
            {
                Assert.True(key.Inputs["enableKeyRotation"]!.GetValue<bool>());
                Assert.Equal(30, key.Inputs["deletionWindowInDays"]!.GetValue<long>());
                Assert.Null(key.Inputs["multiRegion"]);
                Assert.True(key.RetainOnDelete);
            });
        }
    }

    [Fact]
    public async Task Every_key_has_the_alias_that_other_regions_expect()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                [("alias/ml-ta-backup", "${aws:kms/key:Key::backup-key.id}"), ("alias/ml-ta-database", "${aws:kms/key:Key::database-key.id}"), ("alias/ml-ta-storage", "${aws:kms/key:Key::storage-key.id}")],
                graph.Of("aws:kms/alias:Alias").Select(alias => (alias.Text("name"), alias.Text("targetKeyId"))).Order());
        }
    }
}
