using MlTa.Settings;
using MlTa.Topology;
using Pulumi.Testing;

namespace MlTa.Offline;

/// <summary>Runs a declaration without engine, account or network, and keeps the graph of what it asked for.</summary>
public static class OfflineRun
{
    /// <exception cref="RunException">The declaration failed, or it asked for something that cannot be known offline.</exception>
    public static Task<StackGraph> EvaluateAsync(DeployedSettings settings) =>
        EvaluateAsync(settings, () => StackTopology.Declare(settings));

    /// <summary>The same for any declaration.</summary>
    internal static async Task<StackGraph> EvaluateAsync(DeployedSettings settings, Action declare)
    {
        var recorder = new Recorder();
        IEnumerable<string> problems;
        try
        {
            await Deployment.TestWithServiceProviderAsync<RecordedStack>(
                recorder,
                new RecordedStackProvider(declare, recorder.OnDeclared),
                new TestOptions { ProjectName = settings.Project, StackName = settings.Stack, IsPreview = false });
            if (recorder.Problems.Count == 0)
            {
                return new(settings.Stack, settings.Region, settings.Role, new GraphBuilder(settings, recorder.Declarations).Build());
            }

            problems = recorder.Problems;
        }
        catch (Exception e) when (e is RunException or AggregateException)
        {
            // The SDK also reports whatever failed because of the recorded problems, with stack traces.
            problems = recorder.Problems.Count > 0 ? recorder.Problems : MessagesOf(e);
        }

        throw new RunException(string.Join(Environment.NewLine, problems.Select(problem => $"{settings.Stack}: {problem}")));
    }

    private static IEnumerable<string> MessagesOf(Exception e) =>
        e is AggregateException several ? several.InnerExceptions.Select(inner => inner.Message).Distinct().Order(StringComparer.Ordinal) : [e.Message];
}
