using System.Collections.Immutable;
using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What a resource's typed outputs make of the state that a mock returns.</summary>
public sealed class ReturnedStateTests
{
    [Fact]
    public async Task Text_numbers_and_booleans_are_read()
    {
        var disk = await Returned("label", "a", "size", 7, "price", 0.5, "encrypted", true);

        Assert.Equal("a", await Value(disk.Label));
        Assert.Equal(7, await Value(disk.Size));
        Assert.Equal(0.5, await Value(disk.Price));
        Assert.True(await Value(disk.Encrypted));
    }

    [Fact]
    public async Task A_double_becomes_a_whole_number_where_one_is_asked_for() =>
        Assert.Equal(7, await Value((await Returned("size", 7.9)).Size));

    [Fact]
    public async Task A_list_is_read() =>
        Assert.Equal<IEnumerable<string>>(["a", "b"], await Value((await Returned("zones", new List<string> { "a", "b" })).Zones));

    [Fact]
    public async Task A_map_is_read() => Assert.Equal("ml", (await Value((await Returned("tags", InputTests.State("team", "ml"))).Tags))["team"]);

    [Fact]
    public async Task A_nested_object_is_read_through_its_constructor()
    {
        var mount = await Value((await Returned("mount", InputTests.State("path", "/data", "depth", 2))).Mount);

        Assert.Equal(("/data", 2, null), (mount.Path, mount.Depth, mount.Owner));
    }

    [Fact]
    public async Task Properties_that_the_class_does_not_know_are_passed_over()
    {
        var mount = await Value((await Returned("mount", InputTests.State("path", "/data", "newer", true))).Mount);

        Assert.Equal("/data", mount.Path);
    }

    [Fact]
    public async Task A_list_of_nested_objects_is_read()
    {
        var mounts = await Value((await Returned("mounts", new List<object> { InputTests.State("path", "/a"), InputTests.State("path", "/b") })).Mounts);

        Assert.Equal(["/a", "/b"], mounts.Select(mount => mount.Path));
    }

    [Fact]
    public async Task Immutable_collections_within_one_another_are_read()
    {
        var mounts = ImmutableArray.Create<object>(InputTests.State("path", "/a"), InputTests.State("path", "/b", "owner", "ml"));
        var layout = await Value((await Returned("layout", InputTests.State("mounts", mounts))).Layout);

        Assert.Equal([("/a", null), ("/b", "ml")], layout.Mounts.Select(mount => (mount.Path, mount.Owner)));
    }

    [Fact]
    public async Task An_enum_is_read_from_its_text() => Assert.Equal(Tier.Cold, await Value((await Returned("tier", "cold-storage")).Tier));

    [Fact]
    public async Task A_union_takes_the_first_case_that_fits()
    {
        Assert.Equal("all", (await Value((await Returned("access", "all")).Access)).AsT0);
        Assert.Equal(3, (await Value((await Returned("access", 3)).Access)).AsT1);
    }

    [Fact]
    public async Task Json_is_read_as_it_is()
    {
        var document = await Value((await Returned("document", InputTests.State("rules", new List<object> { 1, "x" }))).Document);

        Assert.Equal("""{"rules":[1,"x"]}""", document.GetRawText());
    }

    [Fact]
    public async Task What_may_be_missing_is_null_where_it_is() => Assert.Null(await Value((await Returned()).Limit));

    [Fact]
    public async Task What_may_be_missing_is_read_where_it_is_not() => Assert.Equal(5, await Value((await Returned("limit", 5)).Limit));

    [Fact]
    public async Task What_is_missing_has_the_default_of_its_type()
    {
        var disk = await Returned();

        Assert.Equal(0, await Value(disk.Size));
        Assert.Null(await Value(disk.Tags));
        Assert.True((await Value(disk.Zones)).IsDefault);
    }

    [Fact]
    public async Task What_does_not_fit_has_the_default_of_its_type()
    {
        var disk = await Returned("size", "seven", "label", 1, "zones", "a", "mount", "x", "tags", new List<string> { "a" });

        Assert.Equal(0, await Value(disk.Size));
        Assert.Null(await Value(disk.Label));
        Assert.Null(await Value(disk.Mount));
    }

    [Fact]
    public async Task The_text_that_stands_for_unknown_is_unknown()
    {
        var disk = await Returned("label", "04da6b54-80e4-46f7-96ec-b56ff0331ba9");

        Assert.False(await OutputUtilities.GetIsKnownAsync(disk.Label));
    }

    [Fact]
    public async Task A_mock_may_answer_with_args()
    {
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"), new Recorder { State = _ => new VolumeArgs { Label = "a" } });

        Assert.Equal("a", await Value(disk!.Label));
    }

    [Fact]
    public async Task A_mock_may_not_answer_with_an_anonymous_object()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk"), new Recorder { State = _ => new { label = "a" } });

        Assert.Contains("is not a supported argument type", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_of_a_type_that_nothing_can_become_is_refused()
    {
        var failure = await Evaluation.Failure(() => _ = new Odd("odd"));

        Assert.Contains("contains invalid type System.Int64", failure, StringComparison.Ordinal);
    }

    private static async Task<Volume> Returned(params object[] keysAndValues)
    {
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"), new Recorder { State = _ => InputTests.State(keysAndValues) });
        return disk!;
    }

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private sealed class Odd(string name) : CustomResource("sample:index:Odd", name, ResourceArgs.Empty, (CustomResourceOptions?)null)
    {
        [Output("count")]
        public Output<long> Count { get; private set; } = null!;
    }
}
