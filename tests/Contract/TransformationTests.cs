using System.Collections.Concurrent;
using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What transformations are shown, and what they can change.</summary>
public sealed class TransformationTests
{
    [Fact]
    public async Task A_transformation_of_the_stack_is_called_once_for_everything_in_it()
    {
        var seen = await Watch(() =>
        {
            var here = new SampleProvider("here");
            _ = new Group(
                "outer",
                outer => _ = new Group(
                    "inner", inner => _ = new Volume("disk", options: new() { Parent = inner }), new() { Parent = outer }),
                new() { Providers = { here } });
            _ = new Volume("orphan");
        });

        Assert.Equal(
            ["disk", "here", "inner", "orphan", "outer", "project-stack"],
            seen.Select(args => args.Resource.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_sees_the_options_as_the_program_gave_them()
    {
        var options = new CustomResourceOptions { Protect = true, RetainOnDelete = true, IgnoreChanges = { "tags" } };
        var seen = await Watch(() => _ = new Volume("disk", options: options));

        Assert.Same(options, Of(seen, "disk").Options);
    }

    [Fact]
    public async Task It_does_not_see_what_the_options_inherit()
    {
        var seen = await Watch(() => _ = new Group(
            "group",
            group => _ = new Volume("disk", options: new() { Parent = group }),
            new() { Protect = true, Providers = { new SampleProvider("here") } }));

        Assert.Null(Of(seen, "disk").Options.Provider);
        Assert.Null(Of(seen, "disk").Options.Protect);
    }

    [Fact]
    public async Task It_sees_the_parent()
    {
        Group? parent = null;
        var seen = await Watch(() =>
        {
            parent = new Group("group");
            _ = new Volume("disk", options: new() { Parent = parent });
        });

        Assert.Same(parent, Of(seen, "disk").Options.Parent);
        Assert.Null(Of(seen, "group").Options.Parent);
    }

    [Fact]
    public async Task It_sees_what_the_resource_depends_on()
    {
        Volume? first = null;
        var seen = await Watch(() =>
        {
            first = new Volume("first");
            _ = new Volume("second", options: new() { DependsOn = { first } });
        });

        var dependencies = new List<Resource>();
        await foreach (var dependency in Of(seen, "second").Options.DependsOn)
        {
            dependencies.Add(await OutputUtilities.GetValueAsync(dependency.ToOutput()));
        }

        Assert.Equal<Resource>([first!], dependencies);
    }

    [Fact]
    public async Task It_sees_the_args_with_their_secrets()
    {
        var seen = await Watch(() => _ = new Volume("disk", new() { Label = Output.CreateSecret("hush") }));
        var args = Assert.IsType<VolumeArgs>(Of(seen, "disk").Args);

        Assert.True(await Output.IsSecretAsync(args.Label.ToOutput()));
    }

    [Fact]
    public async Task It_can_give_a_resource_other_args()
    {
        var recorder = new Recorder();
        await DeclaredStack.Evaluate(
            () => _ = new Volume("disk", new() { Label = "old" }),
            recorder,
            seen => seen.Args is VolumeArgs ? new(new VolumeArgs { Label = "new" }, seen.Options) : null);

        Assert.Equal("new", recorder.Inputs("disk")["label"]);
    }

    [Fact]
    public async Task It_can_give_a_resource_another_provider()
    {
        var recorder = new Recorder();
        SampleProvider? here = null;
        await DeclaredStack.Evaluate(
            () =>
            {
                here = new SampleProvider("here");
                _ = new Volume("disk");
            },
            recorder,
            seen => seen.Resource is Volume ? new(seen.Args, new CustomResourceOptions { Provider = here }) : null);

        Assert.EndsWith("::here::here-id", recorder["disk"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_cannot_give_a_resource_another_parent()
    {
        var problem = await Assert.ThrowsAsync<RunException>(() => DeclaredStack.Evaluate(
            () => _ = new Volume("disk", options: new() { Parent = new Group("group") }),
            new Recorder(),
            seen => seen.Resource is Volume ? new(seen.Args, new CustomResourceOptions()) : null));

        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_transformations_come_before_those_of_its_parents()
    {
        var order = new ConcurrentQueue<string>();
        ResourceTransformation Note(string who) => seen =>
        {
            if (seen.Resource is Volume)
            {
                order.Enqueue(who);
            }

            return null;
        };

        await DeclaredStack.Evaluate(
            () => _ = new Group(
                "group",
                group => _ = new Volume("disk", options: new() { Parent = group, ResourceTransformations = { Note("own") } }),
                new() { ResourceTransformations = { Note("component") } }),
            new Recorder(),
            Note("stack"));

        Assert.Equal(["own", "component", "stack"], order);
    }

    [Fact]
    public async Task The_urn_of_what_it_sees_can_be_waited_for()
    {
        var seen = await Watch(() => _ = new Volume("disk"));

        Assert.EndsWith("$sample:index:Volume::disk", await OutputUtilities.GetValueAsync(Of(seen, "disk").Resource.Urn), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyCollection<ResourceTransformationArgs>> Watch(Action declare)
    {
        var seen = new ConcurrentQueue<ResourceTransformationArgs>();
        await DeclaredStack.Evaluate(declare, new Recorder(), args =>
        {
            seen.Enqueue(args);
            return null;
        });
        return seen;
    }

    private static ResourceTransformationArgs Of(IEnumerable<ResourceTransformationArgs> seen, string name) =>
        seen.Single(args => args.Resource.GetResourceName() == name);
}
