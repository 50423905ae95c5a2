using YamlDotNet.RepresentationModel;

namespace MlTa.Tests.Workflows;

/// <summary>One job of a workflow.</summary>
internal sealed record WorkflowJob(Workflow Workflow, string Id, YamlNode Node)
{
    /// <summary>What opens a session in AWS.</summary>
    public const string CloudSession = "./.github/actions/cloud";

    public IReadOnlyList<YamlNode> Steps => [.. ((YamlSequenceNode)Node.At("steps")!)];

    public IReadOnlyList<string> Scripts => Steps.Select(step => step.TextAt("run")).OfType<string>().ToList();

    public IReadOnlyList<string> Needs => Node.NamesAt("needs");

    public string? Environment => Node.TextAt("environment");

    /// <summary>The step that opens a session in AWS; null in a job that has none.</summary>
    public YamlNode? Session => Steps.SingleOrDefault(step => step.TextAt("uses") == CloudSession);

    /// <summary>The role of the session; null in a job that has none.</summary>
    public string? Role => Session.TextAt("with", "role");

    public bool MayAskForIdentity => Node.TextAt("permissions", "id-token") is not null;

    public override string ToString() => $"{Workflow.Name}: {Id}";
}
