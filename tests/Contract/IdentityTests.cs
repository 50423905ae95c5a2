using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>URNs, ids and names.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task A_urn_names_stack_project_type_and_name() => Assert.Equal(
        "urn:pulumi:stack::project::pulumi:pulumi:Stack$sample:index:Volume::disk",
        await Evaluation.Value(() => new Volume("disk").Urn));

    [Fact]
    public async Task The_urn_of_a_child_loses_the_type_of_its_component()
    {
        Volume? child = null;
        await Evaluation.Run(() => _ = new Group("group", group => child = new Volume("child", options: new() { Parent = group })));

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$sample:index:Volume::child",
            await OutputUtilities.GetValueAsync(child!.Urn));
    }

    [Fact]
    public async Task A_urn_takes_stack_and_project_from_the_options()
    {
        Volume? disk = null;
        var options = new TestOptions { StackName = "primary", ProjectName = "ml-ta" };
        await Deployment.TestAsync(new Recorder(), options, () => { disk = new Volume("disk"); });

        Assert.StartsWith("urn:pulumi:primary::ml-ta::", await OutputUtilities.GetValueAsync(disk!.Urn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_is_named_after_project_and_stack()
    {
        Resource? stack = null;
        await DeclaredStack.Evaluate(() => { }, new Recorder(), args =>
        {
            stack = args.Resource;
            return null;
        });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", await OutputUtilities.GetValueAsync(stack!.Urn));
    }

    [Fact]
    public async Task A_urn_is_known_in_a_preview() =>
        Assert.True(await OutputUtilities.GetIsKnownAsync(await Evaluation.Make(() => new Volume("disk").Urn, isPreview: true)));

    [Fact]
    public async Task A_provider_has_a_type_made_of_its_package()
    {
        var recorder = await Evaluation.Run(() => _ = new SampleProvider("here"));

        Assert.Equal("pulumi:providers:sample", recorder["here"].Type);
    }

    [Fact]
    public async Task An_id_is_what_the_mock_returned() =>
        Assert.Equal("disk-id", await Evaluation.Value(() => new Volume("disk").Id));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_id_from_the_mock_the_id_is_unknown(bool isPreview)
    {
        var id = await Evaluation.Make(() => new Volume("disk").Id, new Recorder { Id = _ => null }, isPreview);

        Assert.False(await OutputUtilities.GetIsKnownAsync(id));
    }

    [Fact]
    public async Task An_import_id_reaches_the_mock()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", options: new() { ImportId = "vol-1" }));

        Assert.Equal("vol-1", recorder["disk"].Id);
    }

    [Fact]
    public async Task An_import_id_is_the_id_where_the_mock_returns_none() => Assert.Equal(
        "vol-1",
        await Evaluation.Value(() => new Volume("disk", options: new() { ImportId = "vol-1" }).Id, new Recorder { Id = _ => null }));

    [Fact]
    public async Task The_id_of_a_resource_that_is_only_read_is_the_one_that_was_asked_for()
    {
        var recorder = new Recorder();
        var id = await Evaluation.Value(() => new Volume("disk", options: new() { Id = "vol-1" }).Id, recorder);

        Assert.Equal("vol-1", id);
        Assert.Equal("vol-1", recorder["disk"].Id);
    }

    [Fact]
    public async Task Without_provider_and_import_the_mock_sees_empty_text()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk"));

        Assert.Equal(("", ""), (recorder["disk"].Provider, recorder["disk"].Id));
    }

    [Fact]
    public async Task A_resource_tells_its_type_and_name()
    {
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"));

        Assert.Equal((Volume.Token, "disk"), (disk!.GetResourceType(), disk.GetResourceName()));
    }

    [Fact]
    public async Task Two_resources_of_one_type_and_name_are_accepted()
    {
        var recorder = await Evaluation.Run(() => _ = (new Volume("disk"), new Volume("disk")));

        Assert.Equal(["disk", "disk"], recorder.Resources.Select(resource => resource.Name));
    }

    [Theory]
    [InlineData("", "disk", "'type' cannot be null or empty.")]
    [InlineData("sample:index:Volume", "", "'name' cannot be null or empty.")]
    public async Task A_resource_needs_type_and_name(string type, string name, string problem)
    {
        var failure = await Evaluation.Failure(() => _ = new CustomResource(type, name, ResourceArgs.Empty, (CustomResourceOptions?)null));

        Assert.Contains(problem, failure, StringComparison.Ordinal);
    }
}
