using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>How lists of inputs are made and read.</summary>
public sealed class InputListTests
{
    [Fact]
    public async Task A_new_list_is_empty() => Assert.Empty(await Items(new InputList<string>()));

    [Fact]
    public async Task An_initializer_adds_values_outputs_and_lists()
    {
        InputList<string> more = new[] { "c", "d" };

        Assert.Equal(["a", "b", "c", "d"], await Items(new InputList<string> { "a", Output.Create("b"), more }));
    }

    [Fact]
    public async Task Several_values_can_be_added_at_once()
    {
        var list = new InputList<string> { "a" };
        list.Add("b", Output.Create("c"));

        Assert.Equal(["a", "b", "c"], await Items(list));
    }

    [Fact]
    public async Task A_range_is_added_at_the_end()
    {
        var list = new InputList<string> { "a" };
        list.AddRange(new List<string> { "b", "c" });

        Assert.Equal(["a", "b", "c"], await Items(list));
    }

    [Fact]
    public async Task Joining_two_lists_leaves_both_as_they_are()
    {
        var first = new InputList<string> { "a" };
        var second = new InputList<string> { "b" };

        Assert.Equal(["a", "b"], await Items(first.Concat(second)));
        Assert.Equal(["a"], await Items(first));
        Assert.Equal(["b"], await Items(second));
    }

    [Fact]
    public async Task A_single_value_is_a_list_of_one()
    {
        InputList<string> value = "a", output = Output.Create("a"), input = (Input<string>)"a";

        Assert.Equal(["a", "a", "a"], await Items(value.Concat(output).Concat(input)));
    }

    [Fact]
    public async Task Arrays_are_lists()
    {
        InputList<string> values = new[] { "a" };
        InputList<string> outputs = new[] { Output.Create("b") };
        InputList<string> inputs = new Input<string>[] { "c" };
        InputList<string> immutable = ImmutableArray.Create("d");

        Assert.Equal(["a", "b", "c", "d"], await Items(values.Concat(outputs).Concat(inputs).Concat(immutable)));
    }

    [Fact]
    public async Task Lists_are_lists()
    {
        InputList<string> values = new List<string> { "a" };
        InputList<string> outputs = new List<Output<string>> { Output.Create("b") };
        InputList<string> inputs = new List<Input<string>> { "c" };

        Assert.Equal(["a", "b", "c"], await Items(values.Concat(outputs).Concat(inputs)));
    }

    [Fact]
    public async Task Outputs_of_sequences_are_lists()
    {
        InputList<string> array = Output.Create<string[]>(["a"]);
        InputList<string> list = Output.Create(new List<string> { "b" });
        InputList<string> immutable = Output.Create(ImmutableArray.Create("c"));

        Assert.Equal(["a", "b", "c"], await Items(array.Concat(list).Concat(immutable)));
    }

    [Fact]
    public async Task Either_case_of_a_union_can_be_added()
    {
        var list = new InputList<Union<string, int>> { (Input<string>)"a", (Input<int>)2 };

        Assert.Equal(["a", 2], (await Items(list)).Select(union => union.Value));
    }

    [Fact]
    public async Task The_items_can_be_waited_for_one_by_one()
    {
        var items = new List<string>();
        await foreach (var item in new InputList<string> { "a", Output.Create("b") })
        {
            items.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));
        }

        Assert.Equal(["a", "b"], items);
    }

    [Fact]
    public void The_items_cannot_be_had_without_waiting() =>
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<string> { "a" }).GetEnumerator());

    private static async Task<IEnumerable<T>> Items<T>(InputList<T> list) => await OutputUtilities.GetValueAsync(list.ToOutput());
}
