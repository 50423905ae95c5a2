using MlTa.Tests.Contract.Samples;
using Pulumi;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Inputs that stop the evaluation before the mock is asked.</summary>
public sealed class RefusedInputTests
{
    [Fact]
    public async Task A_missing_required_input_is_named_with_its_class()
    {
        var failure = await Evaluation.Failure(() => _ = new Mounted("m", new MountArgs()));

        Assert.StartsWith("Running program '", failure, StringComparison.Ordinal);
        Assert.Contains("failed with an unhandled exception:\nSystem.ArgumentNullException: ", failure, StringComparison.Ordinal);
        Assert.Contains(
            "[Input] MlTa.Tests.Contract.Samples.MountArgs.Path is required but was not given a value (Parameter 'Path')",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_input_is_refused_before_the_mock_is_asked()
    {
        var recorder = new Recorder();
        await Evaluation.Failure(() => _ = new Mounted("m", new MountArgs()), recorder);

        Assert.Empty(recorder.Resources);
    }

    [Fact]
    public async Task A_missing_required_input_of_nested_args_is_named_with_its_property()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Mount = new MountArgs() }));

        Assert.Contains(
            "error serializing property \"mount\": [Input] MlTa.Tests.Contract.Samples.MountArgs.Path is required but was not given a value",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_is_not_an_input()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Anything = Anything(7L) }));

        Assert.Contains(
            "error serializing property \"anything\": System.Int64 is not a supported argument type.\n\tresource:disk[sample:index:Volume].anything",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_is_not_an_input()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Anything = Anything(new HashSet<string>()) }));

        Assert.Contains("is not a supported argument type.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_not_an_input()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Anything = Anything(Task.CompletedTask) }));

        Assert.Contains("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_needs_text_for_keys()
    {
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Anything = Anything(new Dictionary<int, string> { [1] = "a" }) }));

        Assert.Contains("Dictionaries are only supported with string keys:", failure, StringComparison.Ordinal);
    }

    private static Input<object> Anything(object value) => Output.Create(value);

    private sealed class Mounted(string name, MountArgs args)
        : CustomResource("sample:index:Mounted", name, args, (CustomResourceOptions?)null);
}
