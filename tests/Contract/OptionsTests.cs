using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>How options are merged, as every typed resource does with its defaults, and what they mean.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void Of_two_single_values_the_second_wins()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Version = "1", Protect = true, ImportId = "a", DeleteBeforeReplace = true, RetainOnDelete = true },
            new() { Version = "2", Protect = false, ImportId = "b", DeleteBeforeReplace = false, RetainOnDelete = false });

        Assert.Equal(
            ("2", false, "b", false, false),
            (merged.Version, merged.Protect, merged.ImportId, merged.DeleteBeforeReplace, merged.RetainOnDelete));
    }

    [Fact]
    public void A_value_that_the_second_does_not_set_stays()
    {
        var timeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(90) };
        var merged = CustomResourceOptions.Merge(
            new() { Version = "1", Protect = true, CustomTimeouts = timeouts, ReplacementTrigger = Output.Create<object>("x") }, new());

        Assert.Equal(("1", true, timeouts.Create), (merged.Version, merged.Protect, merged.CustomTimeouts?.Create));
        Assert.NotNull(merged.ReplacementTrigger);
    }

    [Fact]
    public void Lists_are_joined()
    {
        var merged = CustomResourceOptions.Merge(
            new() { IgnoreChanges = { "a" }, ReplaceOnChanges = { "c" }, AdditionalSecretOutputs = { "e" }, HideDiffs = { "g" } },
            new() { IgnoreChanges = { "b" }, ReplaceOnChanges = { "d" }, AdditionalSecretOutputs = { "f" }, HideDiffs = { "h" } });

        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["c", "d"], merged.ReplaceOnChanges);
        Assert.Equal(["e", "f"], merged.AdditionalSecretOutputs);
        Assert.Equal(["g", "h"], merged.HideDiffs);
    }

    [Fact]
    public void Aliases_and_transformations_are_joined()
    {
        ResourceTransformation nothing = _ => null;
        var merged = CustomResourceOptions.Merge(
            new() { Aliases = { new Alias { Name = "a" } }, ResourceTransformations = { nothing } },
            new() { Aliases = { new Alias { NoParent = true } }, ResourceTransformations = { nothing } });

        Assert.Equal((2, 2), (merged.Aliases.Count, merged.ResourceTransformations.Count));
    }

    [Fact]
    public void Merging_changes_neither()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" }, Version = "2" };
        CustomResourceOptions.Merge(first, second);

        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Null(first.Version);
        Assert.Equal(["b"], second.IgnoreChanges);
    }

    [Fact]
    public void Nothing_can_be_merged_with_nothing() => Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);

    [Fact]
    public async Task Dependencies_are_joined()
    {
        Volume? first = null, second = null;
        await Evaluation.Run(() => (first, second) = (new Volume("first"), new Volume("second")));
        var merged = CustomResourceOptions.Merge(new() { DependsOn = { first! } }, new() { DependsOn = { second! } });

        Assert.Equal<Resource>([first!, second!], await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
    }

    [Fact]
    public async Task Of_two_providers_of_one_package_the_second_wins()
    {
        SampleProvider? first = null, second = null, other = null;
        await Evaluation.Run(() =>
            (first, second, other) = (new SampleProvider("a"), new SampleProvider("b"), new SampleProvider("c", package: "other")));
        var merged = ComponentResourceOptions.Merge(new() { Providers = { first!, other! } }, new() { Providers = { second! } });

        Assert.Equal<ProviderResource>([other!, second!], merged.Providers);
    }

    [Fact]
    public void Timeouts_are_plain_times()
    {
        var options = new CustomResourceOptions { CustomTimeouts = new() { Update = TimeSpan.FromHours(2), Delete = TimeSpan.FromMinutes(5) } };

        Assert.Equal((null, TimeSpan.FromHours(2)), (options.CustomTimeouts.Create, options.CustomTimeouts.Update));
    }

    [Fact]
    public async Task Timeouts_are_no_inputs()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Label = "a" }, new() { CustomTimeouts = new() { Create = TimeSpan.FromHours(2) } }));

        Assert.Equal(["label"], recorder.Inputs("disk").Keys);
    }

    [Fact]
    public async Task A_resource_is_registered_after_what_it_depends_on()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var first = new Volume("first", new() { Label = Slowly("a") });
            _ = new Volume("second", options: new() { DependsOn = { first } });
        });

        Assert.Equal(["first", "second"], recorder.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_resource_is_registered_after_the_children_of_a_component_that_it_depends_on()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var group = new Group("group", parent => _ = new Volume("child", new() { Label = Slowly("a") }, new() { Parent = parent }));
            _ = new Volume("disk", options: new() { DependsOn = { group } });
        });

        Assert.Equal(["group", "child", "disk"], recorder.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_resource_is_registered_after_those_whose_outputs_it_takes()
    {
        var recorder = await Evaluation.Run(
            () => _ = new Volume("second", new() { Label = new Volume("first", new() { Label = Slowly("a") }).Id }));

        Assert.Equal(["first", "second"], recorder.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public void A_resource_has_two_constructors_that_three_arguments_cannot_tell_apart()
    {
        // So a resource class has to pass its options, if need be as (CustomResourceOptions?)null.
        Assert.Equal([4, 5], Sizes(typeof(CustomResource)));
        Assert.Equal([4, 5], Sizes(typeof(ProviderResource)));

        static IEnumerable<int> Sizes(Type type) => type.GetConstructors().Select(constructor => constructor.GetParameters().Length).Order();
    }

    private static Output<string> Slowly(string value) => Output.Create(Task.Delay(TimeSpan.FromMilliseconds(100)).ContinueWith(
        _ => value, TaskScheduler.Default));
}
