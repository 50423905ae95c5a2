using System.Collections.Immutable;
using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Calls of providers' functions. The program makes none; an offline run has to notice if it did.</summary>
public sealed class InvokeTests
{
    private const string Token = "sample:index:getZone";

    [Fact]
    public async Task The_answer_of_the_mock_is_the_value()
    {
        var recorder = new Recorder { Answer = _ => InputTests.State("path", "/data", "depth", 2) };
        var mount = await Evaluation.Value(() => Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs()), recorder);

        Assert.Equal(("/data", 2), (mount.Path, mount.Depth));
    }

    [Fact]
    public async Task The_mock_sees_token_and_arguments()
    {
        MockCallArgs? seen = null;
        await Evaluation.Value(
            () => Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs { Name = "a", Size = 3 }), Remember(call => seen = call));

        Assert.Equal((Token, "a", 3.0, ""), (seen!.Token, seen.Args["name"], seen.Args["size"], seen.Provider));
    }

    [Fact]
    public async Task A_call_inherits_the_provider_of_its_parent()
    {
        MockCallArgs? seen = null;
        await Evaluation.Value(
            () =>
            {
                var group = new Group("group", options: new() { Providers = { new SampleProvider("here") } });
                return Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs(), new() { Parent = group });
            },
            Remember(call => seen = call));

        Assert.EndsWith("::here::here-id", seen!.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_unknown_argument_nothing_is_called_and_the_answer_is_unknown()
    {
        var zone = await Evaluation.Make(
            () => Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs { Name = OutputUtilities.CreateUnknown("x") }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(zone));
    }

    [Fact]
    public async Task The_answer_depends_on_the_resources_in_its_arguments()
    {
        Volume? disk = null;
        var zone = await Evaluation.Make(
            () =>
            {
                disk = new Volume("disk");
                return Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs { Name = disk.Id });
            },
            Remember(_ => { }));

        Assert.Equal<Resource>([disk!], await OutputUtilities.GetDependenciesAsync(zone));
    }

    [Fact]
    public async Task With_an_argument_of_a_resource_without_an_id_nothing_is_called_and_the_answer_is_unknown()
    {
        var zone = await Evaluation.Make(
            () => Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs { Name = new Volume("disk", new() { Label = "a" }).Label }),
            new Recorder { Id = _ => null });

        Assert.False(await OutputUtilities.GetIsKnownAsync(zone));
    }

    [Fact]
    public async Task The_answer_can_be_awaited()
    {
        string? path = null;
        var recorder = new Recorder { Answer = _ => InputTests.State("path", "/data") };
        await Deployment.TestAsync(
            recorder,
            new TestOptions(),
            async () => { path = (await Deployment.Instance.InvokeAsync<Mount>(Token, new ZoneArgs()).ConfigureAwait(false)).Path; });

        Assert.Equal("/data", path);
    }

    [Fact]
    public async Task A_mock_that_refuses_calls_fails_the_evaluation()
    {
        var failure = await Evaluation.Failure(() => Deployment.Instance.Invoke<Mount>(Token, new ZoneArgs()));

        Assert.Contains($"System.NotSupportedException: {Token}", failure, StringComparison.Ordinal);
    }

    private static Recorder Remember(Action<MockCallArgs> remember) => new()
    {
        Answer = call =>
        {
            remember(call);
            return ImmutableDictionary<string, object>.Empty;
        },
    };

    private sealed class ZoneArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }

        [Input("size")]
        public Input<int>? Size { get; set; }
    }
}
