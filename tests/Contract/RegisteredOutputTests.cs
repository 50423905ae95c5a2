using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What components and stacks export.</summary>
public sealed class RegisteredOutputTests
{
    [Fact]
    public async Task A_component_registers_its_output_properties()
    {
        var recorder = await Evaluation.Run(() => _ = new Exporting("group"));

        Assert.Equal(["Plain", "renamed"], recorder.Outputs("group").Outputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Registered_outputs_keep_value_and_secrecy()
    {
        var outputs = (await Evaluation.Run(() => _ = new Exporting("group"))).Outputs("group").Outputs;

        Assert.Equal("a", await OutputUtilities.GetValueAsync(outputs["Plain"]));
        Assert.True(await Output.IsSecretAsync(outputs["renamed"]));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(outputs["renamed"]));
    }

    [Fact]
    public async Task A_component_may_register_what_it_likes()
    {
        var recorder = await Evaluation.Run(() => _ = new Listing("group"));

        Assert.Equal(7.0, await OutputUtilities.GetValueAsync(recorder.Outputs("group").Outputs["count"]));
    }

    [Fact]
    public async Task Output_properties_that_a_component_sets_itself_are_not_settled_by_the_mock()
    {
        Exporting? group = null;
        var state = ImmutableDictionary<string, object>.Empty.Add("Plain", "from the mock");
        await Evaluation.Run(() => group = new Exporting("group"), new Recorder { State = _ => state });

        Assert.Equal("a", await OutputUtilities.GetValueAsync(group!.Plain));
    }

    [Fact]
    public async Task A_stack_registers_its_output_properties()
    {
        var recorder = new Recorder();
        await Deployment.TestAsync<ExportingStack>(recorder, new TestOptions { IsPreview = false });

        Assert.Equal("a", await OutputUtilities.GetValueAsync(recorder.Outputs("project-stack").Outputs["name"]));
    }

    [Fact]
    public async Task A_stack_has_to_assign_its_output_properties()
    {
        var problem = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new Recorder()));

        Assert.Equal(
            "Output(s) 'Name' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            problem.Message);
    }

    [Fact]
    public async Task A_stack_exports_only_outputs()
    {
        var problem = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<PlainStack>(new Recorder()));

        Assert.Equal(
            "Output(s) 'Name' have incorrect type. [Output] attributed properties must be instances of Output<T>.", problem.Message);
    }

    private sealed class Exporting : ComponentResource
    {
        public Exporting(string name) : base("sample:index:Exporting", name)
        {
            Plain = Output.Create("a");
            Secret = Output.CreateSecret("b");
            Hidden = Output.Create("c");
            RegisterOutputs();
        }

        [Output]
        public Output<string> Plain { get; private set; }

        [Output("renamed")]
        public Output<string> Secret { get; private set; }

        public Output<string> Hidden { get; private set; }
    }

    private sealed class Listing : ComponentResource
    {
        public Listing(string name) : base("sample:index:Listing", name) =>
            RegisterOutputs(new Dictionary<string, object?> { ["count"] = 7, ["missing"] = null });
    }

    private sealed class ExportingStack : Stack
    {
        [Output("name")]
        public Output<string> Name { get; private set; } = Output.Create("a");
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Name { get; private set; } = null!;
    }

    private sealed class PlainStack : Stack
    {
        [Output]
        public string Name { get; private set; } = "a";
    }
}
