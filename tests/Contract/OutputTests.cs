using System.Collections.Immutable;
using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Outputs as values that are applied to and combined. They work outside of an evaluation too.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task Applying_nothing_changes_nothing() => Assert.Equal(3, await Value(Output.Create(3).Apply(value => value)));

    [Fact]
    public async Task Applying_twice_is_applying_both_at_once() => Assert.Equal(
        await Value(Output.Create(3).Apply(value => (value + 1) * 2)),
        await Value(Output.Create(3).Apply(value => value + 1).Apply(value => value * 2)));

    [Fact]
    public async Task A_task_is_waited_for() =>
        Assert.Equal(4, await Value(Output.Create(3).Apply(async value =>
        {
            await Task.Yield();
            return value + 1;
        })));

    [Fact]
    public async Task An_output_of_an_output_is_one_output() =>
        Assert.Equal(4, await Value(Output.Create(3).Apply(value => Output.Create(value + 1))));

    [Fact]
    public async Task An_input_can_be_applied_to()
    {
        Input<int> input = 3;

        Assert.Equal(4, await Value(input.Apply(value => value + 1)));
    }

    [Fact]
    public async Task A_missing_input_is_the_default()
    {
        Input<string>? missing = null;

        Assert.Null(await Value(missing.ToOutput()));
    }

    [Fact]
    public async Task A_missing_output_from_apply_is_the_default() =>
        Assert.Null(await Value(Output.Create(3).Apply(_ => (Output<string>?)null)));

    [Fact]
    public async Task All_keeps_the_order_of_the_outputs_and_not_of_their_completion()
    {
        var slow = new TaskCompletionSource<int>();
        var all = Output.All(Output.Create(slow.Task), Output.Create(2), Output.Create(3));
        slow.SetResult(1);

        Assert.Equal([1, 2, 3], await Items(all));
    }

    [Fact]
    public async Task All_of_nothing_is_empty() => Assert.Empty(await Items(Output.All(Array.Empty<Output<int>>())));

    [Fact]
    public async Task All_takes_sequences_of_outputs() =>
        Assert.Equal([1, 2], await Items(Output.All(Enumerable.Range(1, 2).Select(Output.Create))));

    [Fact]
    public async Task All_takes_sequences_of_inputs() =>
        Assert.Equal([1, 2], await Items(Output.All(Enumerable.Range(1, 2).Select(value => (Input<int>)value))));

    [Fact]
    public async Task All_takes_plain_values_as_inputs() => Assert.Equal(["a", "b"], await Items(Output.All<string>("a", Output.Create("b"))));

    [Fact]
    public async Task A_pair_keeps_its_order() => Assert.Equal((1, "b"), await Value(Output.Tuple(Output.Create(1), Output.Create("b"))));

    [Fact]
    public async Task A_tuple_of_eight_keeps_its_order()
    {
        var tuple = Output.Tuple(
            Output.Create(1), Output.Create("2"), Output.Create(3.0), Output.Create(true),
            Output.Create(5), Output.Create("6"), Output.Create(7.0), Output.Create(false));

        Assert.Equal((1, "2", 3.0, true, 5, "6", 7.0, false), await Value(tuple));
    }

    [Fact]
    public async Task A_tuple_takes_inputs()
    {
        Input<int> one = 1;
        Input<string> two = "2";
        Input<bool> three = true;

        Assert.Equal((1, "2", true), await Value(Output.Tuple(one, two, three)));
    }

    [Fact]
    public async Task Items_of_an_array_can_be_asked_for()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal(("a", "b", 2), await Value(Output.Tuple(array.First(), array.GetAt(1), array.Length())));
    }

    [Fact]
    public async Task Format_fills_outputs_inputs_and_plain_values()
    {
        Input<int> input = 2;

        Assert.Equal("a-2-c", await Value(Output.Format($"{Output.Create("a")}-{input}-{"c"}")));
    }

    [Fact]
    public async Task Format_uses_the_invariant_culture_and_the_given_format() =>
        Assert.Equal("1234.50 07", await Value(Output.Format($"{Output.Create(1234.5):0.00} {7:00}")));

    [Fact]
    public async Task Format_keeps_escaped_braces() => Assert.Equal("{a}", await Value(Output.Format($"{{{Output.Create("a")}}}")));

    [Fact]
    public async Task Text_of_an_output_says_that_there_is_none()
    {
        var text = "";
        await Evaluation.Run(() => text = Output.Create("a").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_of_a_resource_depends_on_it()
    {
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"));

        Assert.Equal<Resource>([disk!], await OutputUtilities.GetDependenciesAsync(disk!.Label));
    }

    [Fact]
    public async Task What_is_made_of_several_outputs_depends_on_all_their_resources()
    {
        Volume? first = null, second = null;
        await Evaluation.Run(() => (first, second) = (new Volume("first"), new Volume("second")));
        var dependencies = await OutputUtilities.GetDependenciesAsync(first!.Id.Apply(a => second!.Id.Apply(b => a + b)));

        Assert.True(dependencies.SetEquals([first, second!]));
    }

    [Fact]
    public async Task A_plain_value_depends_on_nothing() => Assert.Empty(await OutputUtilities.GetDependenciesAsync(Output.Create(1)));

    [Fact]
    public async Task A_dependency_can_be_added()
    {
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"));
        var output = OutputUtilities.WithDependency(Output.Create(1), disk!);

        Assert.Equal<Resource>([disk!], await OutputUtilities.GetDependenciesAsync(output));
    }

    private static async Task<IEnumerable<T>> Items<T>(Output<ImmutableArray<T>> output) => await Value(output);

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
