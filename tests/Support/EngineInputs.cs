using MlTa.Offline;
using MlTa.Settings;
using MlTa.Topology;
using Pulumi;
using Pulumi.Testing;

namespace MlTa.Tests.Support;

/// <summary>What the engine would be given, secrets too. A graph shows no secret, so that in one of them a wrong one looks like the right one.</summary>
internal sealed class EngineInputs
{
    private readonly Recorder _recorder = new();

    private EngineInputs()
    {
    }

    public static async Task<EngineInputs> OfAsync(StackSettings settings)
    {
        var inputs = new EngineInputs();
        await Deployment.TestWithServiceProviderAsync<RecordedStack>(
            inputs._recorder,
            new RecordedStackProvider(() => RegionTopology.Declare(settings), inputs._recorder.OnDeclared),
            new TestOptions { ProjectName = settings.Project, StackName = settings.Stack, IsPreview = false });
        return inputs;
    }

    /// <summary>The names of the resources of a type, and one input of each.</summary>
    public IReadOnlyDictionary<string, object?> Of(string type, string input) => _recorder.Declarations.Values
        .Where(declaration => declaration.Key.Type == type)
        .ToDictionary(declaration => declaration.Key.Name, declaration => declaration.Inputs.GetValueOrDefault(input));
}
