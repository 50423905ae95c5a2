using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>How maps and unions of inputs are made and read.</summary>
public sealed class InputMapTests
{
    [Fact]
    public async Task A_new_map_is_empty() => Assert.Empty(await Entries(new InputMap<string>()));

    [Fact]
    public async Task An_initializer_sets_and_adds()
    {
        var map = await Entries(new InputMap<string> { { "a", "1" }, { "b", Output.Create("2") } });

        Assert.Equal(("1", "2"), (map["a"], map["b"]));
    }

    [Fact]
    public async Task An_initializer_adds_whole_maps()
    {
        InputMap<string> more = new Dictionary<string, string> { ["b"] = "2" };
        var map = await Entries(new InputMap<string> { { "a", "1" }, more });

        Assert.Equal(("1", "2"), (map["a"], map["b"]));
    }

    [Fact]
    public async Task A_key_can_be_set_twice_to_the_same_value()
    {
        var map = await Entries(new InputMap<string> { ["a"] = "1" }.Also("a", "1"));

        Assert.Equal("1", Assert.Single(map).Value);
    }

    [Fact]
    public async Task A_key_cannot_be_set_twice_to_different_values()
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => Entries(new InputMap<string> { ["a"] = "1" }.Also("a", "2")));

        Assert.Equal("Key 'a' already exists in the map with a different value.", problem.Message);
    }

    [Fact]
    public async Task A_range_cannot_repeat_a_key_even_with_the_same_value()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.AddRange(new InputMap<string> { ["a"] = "1" });

        await Assert.ThrowsAsync<ArgumentException>(() => Entries(map));
    }

    [Fact]
    public async Task A_secret_that_is_merged_over_is_gone()
    {
        var first = new InputMap<string> { ["a"] = Output.CreateSecret("hush") };
        var merged = InputMap<string>.Merge(first, new InputMap<string> { ["a"] = "1" });

        Assert.False(await Output.IsSecretAsync(merged.ToOutput()));
    }

    [Fact]
    public async Task Of_two_merged_maps_the_second_wins_and_both_stay_as_they_are()
    {
        var first = new InputMap<string> { ["a"] = "1", ["b"] = "1" };
        var second = new InputMap<string> { ["b"] = "2" };
        var merged = await Entries(InputMap<string>.Merge(first, second));

        Assert.Equal(("1", "2"), (merged["a"], merged["b"]));
        Assert.Equal("1", (await Entries(first))["b"]);
        Assert.Single(await Entries(second));
    }

    [Fact]
    public async Task Outputs_of_dictionaries_are_maps()
    {
        InputMap<string> plain = Output.Create(new Dictionary<string, string> { ["a"] = "1" });
        InputMap<string> immutable = Output.Create(ImmutableDictionary<string, string>.Empty.Add("b", "2"));
        var merged = await Entries(InputMap<string>.Merge(plain, immutable));

        Assert.Equal(("1", "2"), (merged["a"], merged["b"]));
    }

    [Fact]
    public async Task Either_case_of_a_union_can_be_added()
    {
        var map = await Entries(new InputMap<Union<string, int>> { { "a", (Input<string>)"x" }, { "b", (Input<int>)2 } });

        Assert.Equal(("x", 2), (map["a"].AsT0, map["b"].AsT1));
    }

    [Fact]
    public void A_union_knows_its_case()
    {
        Union<string, int> text = "a";
        Union<string, int> number = 2;

        Assert.True(text.IsT0);
        Assert.True(number.IsT1);
        Assert.NotEqual(text, number);
        Assert.Equal(text, (Union<string, int>)"a");
        Assert.Equal("a2", text.Match(t => t, n => $"{n}") + number.Match(t => t, n => $"{n}"));
    }

    [Fact]
    public void The_other_case_of_a_union_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Union<string, int>.FromT0("a").AsT1);

    [Fact]
    public async Task Values_inputs_and_outputs_of_either_case_are_input_unions()
    {
        InputUnion<string, int>[] unions = ["a", 2, (Input<string>)"b", (Input<int>)3, Output.Create("c"), Output.Create(4)];
        var values = await OutputUtilities.GetValueAsync(Output.All<Union<string, int>>(unions));

        Assert.Equal(["a", 2, "b", 3, "c", 4], values.Select(union => union.Value));
    }

    private static Task<ImmutableDictionary<string, T>> Entries<T>(InputMap<T> map) => OutputUtilities.GetValueAsync(map.ToOutput());
}

file static class MapSetting
{
    public static InputMap<string> Also(this InputMap<string> map, string key, Input<string> value)
    {
        map[key] = value;
        return map;
    }
}
