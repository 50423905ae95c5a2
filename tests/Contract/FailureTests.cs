using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>How a program fails, and what is said of it.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_run_exception_comes_out_with_its_own_message_only()
    {
        var problem = await Assert.ThrowsAsync<RunException>(() => Evaluation.Run(() => throw new RunException("two writers")));

        Assert.Equal("two writers", problem.Message);
    }

    [Fact]
    public async Task Any_other_exception_comes_out_in_a_run_exception_with_its_stack_trace()
    {
        var failure = await Evaluation.Failure(() => throw new InvalidDataException("broken"));

        Assert.StartsWith("Running program '", failure, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\nSystem.IO.InvalidDataException: broken", failure, StringComparison.Ordinal);
        Assert.Contains(nameof(Any_other_exception_comes_out_in_a_run_exception_with_its_stack_trace), failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_evaluation_sets_the_exit_code_of_the_process()
    {
        // A program that evaluates offline and reports failures itself has to return its own exit code.
        await Evaluation.Failure(() => throw new RunException("two writers"));

        Assert.Equal(32, Environment.ExitCode);
    }

    [Fact]
    public async Task A_lambda_that_only_throws_needs_a_type()
    {
        // Four overloads could take it; the cast chooses one.
        var problem = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(new Recorder(), new TestOptions(), (Action)(() => throw new RunException("x"))));

        Assert.Equal("x", problem.Message);
    }

    [Theory]
    [InlineData(true, "full")]
    [InlineData(false, "Pulumi.ResourceException: full")]
    public async Task A_resource_exception_may_hide_its_stack_trace(bool hidesStack, string start)
    {
        var failure = await Evaluation.Failure(() => throw new ResourceException("full", null, hidesStack));

        Assert.StartsWith(start, failure, StringComparison.Ordinal);
        Assert.Equal(hidesStack, failure == "full");
    }

    [Fact]
    public async Task An_exception_in_apply_fails_the_evaluation_and_the_resource_is_not_registered()
    {
        var recorder = new Recorder();
        var failure = await Evaluation.Failure(
            () => _ = new Volume("disk", new() { Label = Output.Create(1).Apply(Boom) }), recorder);

        Assert.Contains("boom", failure, StringComparison.Ordinal);
        Assert.Empty(recorder.Resources);
    }

    [Fact]
    public async Task An_exception_in_apply_fails_the_evaluation_even_if_nobody_reads_the_output()
    {
        var failure = await Evaluation.Failure(() => Output.Create(1).Apply(Boom));

        Assert.Contains("boom", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_fails_is_named()
    {
        // Made outside of the evaluation, so only the registration fails inside of it.
        var boom = Output.Create(Task.FromException<string>(new InvalidOperationException("boom")));
        var failure = await Evaluation.Failure(() => _ = new Volume("disk", new() { Label = boom }));

        Assert.Contains("System.InvalidOperationException: error serializing property \"label\": boom", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_mock_fails_the_evaluation()
    {
        var failure = await Evaluation.Failure(
            () => _ = new Volume("disk"), new Recorder { State = _ => throw new NotSupportedException("no such type") });

        Assert.Contains("System.NotSupportedException: no such type", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_mock_fails_the_outputs_of_the_resource()
    {
        Volume? disk = null;
        await Evaluation.Failure(
            () => disk = new Volume("disk"), new Recorder { State = _ => throw new NotSupportedException("no such type") });

        await Assert.ThrowsAsync<NotSupportedException>(
            () => OutputUtilities.GetValueAsync(disk!.Label).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task An_exception_of_the_mock_fails_what_depends_on_the_resource()
    {
        var recorder = new Recorder { State = args => args.Name == "first" ? throw new NotSupportedException("first") : args.Inputs };
        await Evaluation.Failure(() => _ = new Volume("second", new() { Label = new Volume("first").Id }), recorder);

        Assert.DoesNotContain(recorder.Resources, resource => resource.Name == "second");
    }

    [Fact]
    public async Task A_logged_error_fails_the_evaluation_with_its_message()
    {
        var problem = await Assert.ThrowsAsync<RunException>(() => Evaluation.Run(() => Log.Error("no writer")));

        Assert.Equal("no writer", problem.Message);
    }

    [Fact]
    public async Task Several_logged_errors_come_out_together()
    {
        var problem = await Assert.ThrowsAsync<AggregateException>(() => Evaluation.Run(() =>
        {
            Log.Error("no writer");
            Log.Error("no vault");
        }));

        Assert.Equal(["no vault", "no writer"], problem.InnerExceptions.Select(inner => inner.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_messages_fail_nothing()
    {
        var recorder = await Evaluation.Run(() =>
        {
            Log.Debug("a");
            Log.Info("b");
            Log.Warn("c");
            _ = new Volume("disk");
        });

        Assert.Single(recorder.Resources);
    }

    [Fact]
    public void Outside_of_an_evaluation_there_is_nothing_to_log_to() =>
        Assert.Throws<InvalidOperationException>(() => Log.Warn("c"));

    private static string Boom(int value) => throw new InvalidOperationException("boom");
}
