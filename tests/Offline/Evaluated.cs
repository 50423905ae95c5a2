using MlTa.Offline;
using MlTa.Tests.Support;
using Pulumi;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>Evaluates small declarations as the primary stack.</summary>
internal static class Evaluated
{
    public const string UrnStart = "urn:pulumi:primary::ml-ta::";

    public static Task<StackGraph> Graph(Action declare) => OfflineRun.EvaluateAsync(CommittedStacks.Primary, declare);

    public static async Task<DeclaredResource> Resource(string name, Action declare) => (await Graph(declare)).Named(name);

    /// <summary>One input of one resource, as JSON.</summary>
    public static async Task<string> Input(string name, string input, Action declare) =>
        (await Resource(name, declare)).Inputs[input]?.ToJsonString() ?? "absent";

    public static async Task<string> Failure(Action declare) => (await Assert.ThrowsAsync<RunException>(() => Graph(declare))).Message;

    public static DeclaredResource Named(this StackGraph graph, string name) => graph.Resources.Single(resource => resource.Name == name);
}
