using MlTa.Recovery.Evidence;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;
using MlTa.Tests.Recovery.Evidence;
using MlTa.Tests.Recovery.Procedures;
using MlTa.Tests.Support;

namespace MlTa.Tests.Commands;

/// <summary>A folder of evidence about the committed stacks.</summary>
internal sealed class EvidenceFiles : IDisposable
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> s_exercised = new(async () => await RecoveryProofs.ExercisedAsync(
        RecoveryPaths.Of(Plans.Committed), Plans.Committed, await DeclaredStacks.AllAsync(), Drill));

    /// <summary>The committed file that all drills share.</summary>
    public static DrillSettings Drill { get; } = StackFolder.Read(CommittedStacks.Folder, new StackRequest(null, null, [], false)).Drills.Single();

    public string Folder { get; } = Directory.CreateTempSubdirectory("ml-ta-evidence-").FullName;

    /// <summary>What a path exercises now.</summary>
    public static async Task<string> ExercisedAsync(string path) =>
        (await s_exercised.Value)[path];

    /// <summary>A drill on today's topology.</summary>
    public async Task<EvidenceFiles> AddAsync(string name, DrillEvidence evidence) =>
        Add(name, EvidenceWriter.Bytes(evidence with { Exercised = await ExercisedAsync(evidence.Path) }));

    public EvidenceFiles Add(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), content);
        return this;
    }

    /// <summary>Every path walked on the day.</summary>
    public async Task<EvidenceFiles> AddAllAsync(DateOnly day)
    {
        foreach (var path in RecoveryPaths.Of(Plans.Committed))
        {
            var evidence = path.Restores is null
                ? SampleEvidence.Exercise(path.Id, day)
                : SampleEvidence.On(day) with { Path = path.Id, Region = path.Region, Restored = SampleEvidence.On(day).Restored! with { Kind = path.Restores } };
            await AddAsync($"{path.Id}.json", evidence);
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
