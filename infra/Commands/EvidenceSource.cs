using MlTa.Recovery.Evidence;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;

namespace MlTa.Commands;

/// <summary>What drills wrote, together with the stacks that it is about.</summary>
internal static class EvidenceSource
{
    /// <param name="stacks">The stacks.</param>
    /// <param name="files">What drills wrote; null where nobody asks.</param>
    public static GivenEvidence? Of(ReadStacks stacks, IReadOnlyList<EvidenceFile>? files) => files is null ? null : new(files, SharedDrill(stacks));

    /// <summary>The stacks and what drills wrote about them.</summary>
    /// <param name="choice">The stack files.</param>
    /// <param name="folder">Where the evidence is; null where nobody asks.</param>
    /// <param name="today">Nothing has happened after this day.</param>
    /// <exception cref="Settings.InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public static (ReadStacks Stacks, GivenEvidence? Evidence) Read(StackChoice choice, DirectoryInfo? folder, DateOnly today)
    {
        var problems = new InputProblems();
        var stacks = problems.Try(choice.ReadAll);
        var files = folder is null ? null : problems.Try(() => EvidenceFolder.Read(folder, today));
        problems.ThrowIfAny();
        return (stacks!, Of(stacks!, files));
    }

    /// <summary>Also one that names copies in the region that serves, as after a failover: what a run changes is replaced anyhow.</summary>
    private static DrillSettings? SharedDrill(ReadStacks stacks) =>
        stacks.Drills.FirstOrDefault(drill => drill.Stack == DrillSettings.StackName && drill.UnreadKeys.IsEmpty);
}
