using MlTa.Tests.Drills;
using YamlDotNet.RepresentationModel;

namespace MlTa.Tests.Workflows;

/// <summary>A workflow of this commit.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Root">All of it.</param>
internal sealed record Workflow(string Name, YamlMappingNode Root)
{
    public static IReadOnlyList<Workflow> All { get; } = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
        .Order(StringComparer.Ordinal).Select(file => new Workflow(Path.GetFileNameWithoutExtension(file), Yaml.Read(file))).ToList();

    public static IReadOnlyList<WorkflowJob> AllJobs { get; } = All.SelectMany(workflow => workflow.Jobs).ToList();

    /// <summary>What starts it: <c>push</c>, <c>schedule</c> ...</summary>
    public IReadOnlyList<string> Triggers => Root.NamesAt("on");

    public IReadOnlyList<WorkflowJob> Jobs => Root.NamesAt("jobs").Select(job => new WorkflowJob(this, job, Root.At("jobs", job)!)).ToList();

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public WorkflowJob Job(string id) => Jobs.Single(job => job.Id == id);
}
