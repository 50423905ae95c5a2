using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Aws.S3;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>What cannot be evaluated offline stops the evaluation, with a sentence and no stack trace.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_text_that_nobody_predicted_is_named() => Assert.Equal(
        "primary: sample:index:Volume 'source' is asked for its output 'label', which is not known offline, so add it to PredictedOutputs",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Label = new Volume("source").Label })));

    [Fact]
    public async Task A_number_that_nobody_predicted_is_named() => Assert.Equal(
        "primary: the size of sample:index:Volume 'disk' is made of an output of sample:index:Volume 'source' that is not known offline, so take it from the settings or from Naming",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Size = new Volume("source").Size })));

    /// <summary>Otherwise the list would be there, and be empty.</summary>
    [Fact]
    public async Task A_list_that_nobody_predicted_is_named() => Assert.StartsWith(
        "primary: the zones of sample:index:Volume 'disk' is made of an output of sample:index:Volume 'source'",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Zones = new Volume("source").Zones })),
        StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_is_computed_from_an_output_that_nobody_predicted() => Assert.StartsWith(
        "primary: the label of sample:index:Volume 'disk' is made of an output of sample:index:Volume 'source'",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Label = new Volume("source").Mount.Apply(mount => mount.Path) })),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_output_that_nobody_uses_need_not_be_known()
    {
        var graph = await Evaluated.Graph(() => _ = new Volume("disk").Mounts);

        Assert.Single(graph.Resources);
    }

    [Fact]
    public async Task A_name_that_an_output_needs_is_asked_for() => Assert.Equal(
        "primary: aws:s3/bucket:Bucket 'data' has no bucket, by which other regions could know it",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Label = new Bucket("data").Arn })));

    [Fact]
    public async Task A_changed_token_is_noticed() => Assert.Equal(
        "primary: '${SAMPLE:INDEX:VOLUME::SOURCE.ID}' names no resource: was the text of an output changed on its way?",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Label = new Volume("source").Id.Apply(id => id.ToUpperInvariant()) })));

    [Fact]
    public async Task A_name_declared_twice_is_refused() => Assert.Equal(
        "primary: sample:index:Volume 'disk' is declared twice, and names must be unique within a stack",
        await Evaluated.Failure(() =>
        {
            _ = new Volume("disk");
            _ = new Volume("disk");
        }));

    [Fact]
    public async Task One_name_for_two_types_is_fine()
    {
        var graph = await Evaluated.Graph(() =>
        {
            _ = new Volume("disk");
            _ = new Group("disk");
        });

        Assert.Equal(2, graph.Resources.Count);
    }

    [Fact]
    public async Task An_invoke_is_refused() => Assert.Equal(
        "primary: aws:index/getRegion:getRegion would ask the cloud, which a recovery cannot count on, so take the answer from the settings or from Naming",
        await Evaluated.Failure(() => Ask("aws:index/getRegion:getRegion")));

    [Fact]
    public async Task What_fails_because_of_an_invoke_is_not_told_as_well() => Assert.Equal(
        "primary: aws:index/getRegion:getRegion would ask the cloud, which a recovery cannot count on, so take the answer from the settings or from Naming",
        await Evaluated.Failure(() => _ = new Volume("disk", new() { Label = Ask("aws:index/getRegion:getRegion").Apply(answer => answer.Path) })));

    [Fact]
    public async Task All_problems_are_told_at_once_and_in_order() => Assert.Equal(
        ["primary: the size of", "primary: the zones of"],
        (await Evaluated.Failure(() =>
        {
            var source = new Volume("source");
            _ = new Volume("disk", new() { Zones = source.Zones, Size = source.Size });
        })).Split(Environment.NewLine).Select(line => line.Split(" sample:")[0]));

    [Fact]
    public async Task Looking_up_a_resource_is_refused() => Assert.Equal(
        "primary: sample:index:Volume 'disk' would ask the cloud, which a recovery cannot count on, so take the answer from the settings or from Naming",
        await Evaluated.Failure(() => _ = new Volume("disk", options: new() { Id = "vol-1" })));

    [Fact]
    public async Task Taking_over_a_resource_is_no_look_up() => Assert.Equal(
        "disk", (await Evaluated.Resource("disk", () => _ = new Volume("disk", options: new() { ImportId = "vol-1" }))).Name);

    [Fact]
    public async Task An_error_of_the_declaration_says_which_stack() => Assert.Equal(
        "primary: no room", await Evaluated.Failure(() => throw new RunException("no room")));

    [Fact]
    public async Task Several_errors_come_out_as_one()
    {
        var lines = (await Evaluated.Failure(() =>
        {
            Log.Error("no writer");
            Log.Error("no vault");
        })).Split(Environment.NewLine);

        Assert.Equal(["primary: no vault", "primary: no writer"], lines);
    }

    private static Output<Mount> Ask(string token) => Deployment.Instance.Invoke<Mount>(token, InvokeArgs.Empty);
}
