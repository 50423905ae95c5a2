using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Evaluates a program under mocks. An update, unless a preview is asked for.</summary>
internal static class Evaluation
{
    public static async Task<Recorder> Run(Action program, Recorder? recorder = null, bool isPreview = false)
    {
        recorder ??= new();
        await Deployment.TestAsync(recorder, new TestOptions { IsPreview = isPreview }, program);
        return recorder;
    }

    /// <summary>Evaluates a program that makes an output; it can be read when the evaluation is over.</summary>
    public static async Task<Output<T>> Make<T>(Func<Output<T>> program, Recorder? recorder = null, bool isPreview = false)
    {
        Output<T>? made = null;
        await Run(() => made = program(), recorder, isPreview);
        return made!;
    }

    public static async Task<T> Value<T>(Func<Output<T>> program, Recorder? recorder = null, bool isPreview = false)
    {
        var output = await Make(program, recorder, isPreview);
        Assert.True(await OutputUtilities.GetIsKnownAsync(output));
        return await OutputUtilities.GetValueAsync(output);
    }

    /// <summary>Several failures may be reported together, so the texts are looked at as one.</summary>
    public static async Task<string> Failure(Action program, Recorder? recorder = null)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Run(program, recorder));
        var failures = exception is AggregateException several ? several.InnerExceptions : [exception];
        Assert.All(failures, failure => Assert.IsType<RunException>(failure));
        return string.Join('\n', failures.Select(failure => failure.Message));
    }
}
