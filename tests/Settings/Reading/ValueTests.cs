using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>Values of the wrong type.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    [InlineData("# a comment")]
    public void Null_is_refused_however_it_is_spelt(string spelling) => Refused(
        "    keepOldVersionsDays: 90",
        $"    keepOldVersionsDays: {spelling}",
        "ml-ta:storage.keepOldVersionsDays: expected a whole number, so give a value or remove the key, got null");

    [Theory]
    [InlineData("  ml-ta:region: us-west-2", "  ml-ta:region:", "ml-ta:region: expected text, so give a value or remove the key, got null")]
    [InlineData("  ml-ta:role: active", "  ml-ta:role:", "ml-ta:role: expected one of active, standby, fenced, archive, drill, so give a value or remove the key, got null")]
    [InlineData("us-west-2b", "~", "ml-ta:network.zones[1]: expected text, so give a value or remove the key, got null")]
    [InlineData("    keepOldVersionsDays: 90", "    keepOldVersionsDays: 90\n    deepArchiveAfterDays:", "ml-ta:storage.deepArchiveAfterDays: expected a whole number, so give a value or remove the key, got null")]
    [InlineData("    keepOldVersionsDays: 90", "    keepOldVersionsDays: 90\n    objectLock:", "ml-ta:storage.objectLock: expected a map, so give a value or remove the key, got null")]
    public void Null_is_refused_wherever_it_stands(string text, string replacement, string problem) => Refused(text, replacement, problem);

    [Theory]
    [InlineData("    version: 1.0.0", "    version: 1.35")] // no zero to lose
    [InlineData("    version: 1.0.0", "    version: \"1.10\"")]
    public void A_version_keeps_its_last_zero_in_quotes(string text, string replacement)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement).Replace("Pulumi.secondary.yaml", text, replacement);

        Assert.Equal(3, StackFolder.Read(files.Folder).Count);
    }

    [Fact]
    public void Quoted_it_is_text() => Refused(
        "stateBackend: s3://ml-ta-pulumi-primary?region=us-west-2",
        "stateBackend: \"null\"",
        "ml-ta:stateBackend: expected s3://BUCKET?region=REGION, got 'null'");

    [Theory]
    [InlineData("many", "'many'")]
    [InlineData("90.5", "'90.5'")]
    [InlineData("9e1", "'9e1'")]
    [InlineData("0x5a", "'0x5a'")]
    [InlineData("+90", "'+90'")]
    [InlineData("\"090\"", "'090'")]
    [InlineData("\" 90\"", "' 90'")]
    [InlineData("9_0", "'9_0'")]
    [InlineData("2147483648", "'2147483648'")]
    [InlineData("99999999999999999999999999", "'99999999999999999999999999'")]
    [InlineData("٩", "'٩'")] // a digit, but not this one
    [InlineData("true", "'true'")]
    [InlineData("\"\"", "''")]
    [InlineData("[90]", "a list")]
    [InlineData("{ days: 90 }", "a map")]
    public void A_number_is_a_whole_number(string value, string shown) =>
        Refused("keepOldVersionsDays: 90", $"keepOldVersionsDays: {value}", $"ml-ta:storage.keepOldVersionsDays: expected a whole number, got {shown}");

    [Theory]
    [InlineData("yes", "'yes'")]
    [InlineData("True", "'True'")]
    [InlineData("1", "'1'")]
    [InlineData("[true]", "a list")]
    public void A_boolean_is_true_or_false(string value, string shown) =>
        Refused("multiAz: true", $"multiAz: {value}", $"ml-ta:database.multiAz: expected true or false, got {shown}");

    [Theory]
    [InlineData("none at all", "'none at all'")]
    [InlineData("PerZone", "'PerZone'")]
    [InlineData("2", "'2'")] // not by number
    [InlineData("\"\"", "''")]
    [InlineData("{}", "a map")]
    public void A_choice_is_one_of_its_names(string value, string shown) =>
        Refused("natGateways: perZone", $"natGateways: {value}", $"ml-ta:network.natGateways: expected one of none, one, perZone, got {shown}");

    [Theory]
    [InlineData("us-west-2a", "'us-west-2a'")]
    [InlineData("3", "'3'")]
    [InlineData("{ a: us-west-2a }", "a map")]
    [InlineData("'[us-west-2a]'", "'[us-west-2a]', which is not JSON: 'u' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 1")]
    public void A_list_is_a_list(string value, string shown) =>
        Refused("zones: [us-west-2a, us-west-2b, us-west-2c]", $"zones: {value}", $"ml-ta:network.zones: expected a list, got {shown}");

    [Theory]
    [InlineData("90", "'90'")]
    [InlineData("[90]", "a list")]
    [InlineData("'{\"keepOldVersionsDays\":1,\"keepOldVersionsDays\":2}'", "'{\"keepOldVersionsDays\":1,\"keepOldVersionsDays\":2}', which is not JSON: Duplicate property 'keepOldVersions...' encountered during deserialization")]
    public void A_map_is_a_map(string value, string shown) =>
        Refused("storage:\n    keepOldVersionsDays: 90", $"storage: {value}", $"ml-ta:storage: expected a map, got {shown}");

    [Theory]
    [InlineData("storage: '{\"keepOldVersionsDays\": \"\\ud800\"}'")] // half of a surrogate pair
    [InlineData("storage: '{\"keepOldVersionsDays\": 1'")]
    [InlineData("storage: '{'")]
    public void Text_that_is_nearly_json_is_refused(string replacement)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", "storage:\n    keepOldVersionsDays: 90", replacement);

        var problem = Assert.Single(Verdict.ProblemsOf(files));

        Assert.StartsWith("Pulumi.primary.yaml: ml-ta:storage: expected a map, got '{", problem, StringComparison.Ordinal);
        Assert.Contains(", which is not JSON: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_may_be_json()
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", "storage:\n    keepOldVersionsDays: 90", "storage: '{\"keepOldVersionsDays\": 30}'");

        Assert.Equal(30, StackFolder.Read(files.Folder)[0].Storage.KeepOldVersionsDays);
    }

    private static void Refused(string text, string replacement, string problem)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement);

        Verdict.IsOf(files, $"Pulumi.primary.yaml: {problem}");
    }
}
