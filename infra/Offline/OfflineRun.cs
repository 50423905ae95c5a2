using MlTa.Settings;
using MlTa.Topology;
using Pulumi.Testing;

namespace MlTa.Offline;

/// <summary>Runs a declaration without engine, account or network, and keeps the graph of what it asked for.</summary>
public static class OfflineRun
{
    /// <exception cref="RunException">The declaration failed, or it asked for something that cannot be known offline.</exception>
    public static Task<StackGraph> EvaluateAsync(StackSettings settings) =>
        EvaluateAsync(settings, () => RegionTopology.Declare(settings));

    /// <summary>The same for any declaration.</summary>
    internal static async Task<StackGraph> EvaluateAsync(StackSettings settings, Action declare)
    {
        var recorder = new Recorder();
        await Deployment.TestWithServiceProviderAsync<RecordedStack>(
            recorder,
            new RecordedStackProvider(declare, recorder.OnDeclared),
            new TestOptions { ProjectName = settings.Project, StackName = settings.Stack, IsPreview = false });

        var resources = new GraphBuilder(settings, recorder.Declarations).Build();
        return new(settings.Stack, settings.Region, settings.Role, resources);
    }
}
