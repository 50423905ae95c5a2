using MlTa.Recovery.Moves;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

public sealed class ConfigChangeTests
{
    [Fact]
    public void A_key_is_set() =>
        Assert.Equal("pulumi config set ml-ta:role active --stack secondary", new ConfigChange("secondary", "ml-ta:role", "standby", "active").Command);

    [Theory]
    [InlineData("ml-ta:database.generation")]
    [InlineData("ml-ta:peers[0]")]
    public void A_part_of_a_map_or_list_is_a_path_in_quotes(string key) =>
        Assert.Equal($"pulumi config set --path '{key}' 3 --stack primary", new ConfigChange("primary", key, "0", "3").Command);

    [Fact]
    public void What_has_no_value_any_more_is_removed()
    {
        Assert.Equal("pulumi config rm ml-ta:chat --stack backup", new ConfigChange("backup", "ml-ta:chat", "{ }", null).Command);
        Assert.Equal("pulumi config rm --path 'ml-ta:failover.rehome' --stack secondary", new ConfigChange("secondary", "ml-ta:failover.rehome", "{ }", null).Command);
    }

    [Theory]
    [InlineData("2026-11-23T03:05:00Z", "2026-11-23T03:05:00Z")]
    [InlineData("oci://ghcr.io/ml-ta/charts_1", "oci://ghcr.io/ml-ta/charts_1")]
    [InlineData("", "''")]
    [InlineData("s3://bucket?region=us-east-1&awssdk=v2", "'s3://bucket?region=us-east-1&awssdk=v2'")]
    [InlineData("cron(0 5 * * ? *)", "'cron(0 5 * * ? *)'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("a region's loss", @"'a region'\''s loss'")]
    public void A_shell_takes_the_value_as_it_is(string value, string typed) =>
        Assert.Equal($"pulumi config set key {typed} --stack s", new ConfigChange("s", "key", null, value).Command);
}
