using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>One evaluation of a program, and many.</summary>
public sealed class EvaluationTests
{
    [Fact]
    public async Task Without_options_project_stack_and_organization_have_their_own_names_and_it_is_a_preview()
    {
        (string, string, string, bool) names = default;
        await Deployment.TestAsync(new Recorder(), new TestOptions(), () => { names = Names(); });

        Assert.Equal(("project", "stack", "organization", true), names);
    }

    [Fact]
    public async Task The_options_name_project_stack_and_organization()
    {
        (string, string, string, bool) names = default;
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", IsPreview = false };
        await Deployment.TestAsync(new Recorder(), options, () => { names = Names(); });

        Assert.Equal(("p", "s", "o", false), names);
    }

    [Fact]
    public async Task The_resources_are_returned_without_the_stack()
    {
        var resources = await Deployment.TestAsync(
            new Recorder(), new TestOptions(), () => { _ = new Group("group", group => _ = new Volume("disk", options: new() { Parent = group })); });

        Assert.Equal(["disk", "group"], resources.Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stack_class_is_returned_with_its_resources()
    {
        var resources = await Deployment.TestAsync<SmallStack>(new Recorder());

        Assert.Equal(["disk", "project-stack"], resources.Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_outputs_of_the_program_are_returned_with_its_resources()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new Recorder(),
            new TestOptions(),
            () => new Dictionary<string, object?> { ["id"] = new Volume("disk").Id });

        Assert.Equal("disk", Assert.Single(resources).GetResourceName());
        Assert.Equal("disk-id", await OutputUtilities.GetValueAsync(Assert.IsType<Output<string>>(outputs["id"])));
    }

    [Fact]
    public async Task A_program_may_be_asynchronous()
    {
        var resources = await Deployment.TestAsync(new Recorder(), new TestOptions(), async () =>
        {
            await Task.Yield();
            _ = new Volume("disk");
        });

        Assert.Equal("disk", Assert.Single(resources).GetResourceName());
    }

    [Fact]
    public async Task A_stack_that_the_service_provider_does_not_know_is_named()
    {
        var problem = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<SmallStack>(new Recorder(), new Nothing()));

        Assert.Contains($"Failed to resolve instance of type {typeof(SmallStack)} from service provider.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_evaluations_at_once_stay_separate()
    {
        var recorders = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var recorder = new Recorder();
            var options = new TestOptions { StackName = $"stack-{i}" };
            await Deployment.TestAsync(recorder, options, () => { DeclareNamedAfterStack(); });
            return recorder;
        }));

        Assert.All(recorders.Select((recorder, i) => (recorder, i)), pair =>
        {
            Assert.Equal(20, pair.recorder.Resources.Count);
            Assert.All(pair.recorder.Resources, resource => Assert.StartsWith($"stack-{pair.i}-", resource.Name, StringComparison.Ordinal));
            Assert.All(pair.recorder.Resources, resource => Assert.Equal($"stack-{pair.i}", resource.Inputs["label"]));
        });
    }

    [Fact]
    public async Task An_evaluation_waits_for_every_registration()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Label = Output.Create(Late()) }));

        Assert.Equal("late", recorder.Inputs("disk")["label"]);

        static async Task<string> Late()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            return "late";
        }
    }

    [Fact]
    public async Task An_evaluation_inside_of_another_is_refused()
    {
        var failure = await Evaluation.Failure(() => Evaluation.Run(() => { }).GetAwaiter().GetResult());

        Assert.Contains("Deployment.Instance should only be set once at the beginning of a 'Run' call.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluation_is_over_for_its_caller()
    {
        await Evaluation.Run(() => { });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public void Outside_of_an_evaluation_nothing_can_be_declared()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => new Volume("disk"));

        Assert.Equal("Trying to acquire Deployment.Instance before 'Run' was called.", problem.Message);
    }

    [Fact]
    public async Task Without_an_engine_a_program_does_not_run()
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", problem.Message);
    }

    private static void DeclareNamedAfterStack()
    {
        for (var i = 0; i < 20; i++)
        {
            var stack = Output.Create(i).Apply(async _ =>
            {
                await Task.Yield();
                return Deployment.Instance.StackName;
            });
            _ = new Volume($"{Deployment.Instance.StackName}-{i}", new() { Label = stack });
        }
    }

    private static (string Project, string Stack, string Organization, bool IsDryRun) Names()
    {
        var instance = Deployment.Instance;
        return (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun);
    }

    private sealed class SmallStack : Stack
    {
        public SmallStack() => _ = new Volume("disk");
    }

    private sealed class Nothing : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
