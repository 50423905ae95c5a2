using MlTa.Recovery.Evidence;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>Which files of a folder are read, and how much of them.</summary>
public sealed class EvidenceFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ml-ta-evidence-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_json_file_of_the_folder_is_read_in_the_order_of_the_names()
    {
        foreach (var name in new[] { "b.json", "a.json", "README.md", "c.json.bak" })
        {
            File.WriteAllBytes(Path.Combine(_folder.FullName, name), EvidenceWriter.Bytes(SampleEvidence.Good));
        }

        _folder.CreateSubdirectory("d.json");

        Assert.Equal(["a.json", "b.json"], EvidenceFolder.Read(_folder, SampleEvidence.Day).Select(file => file.Name));
    }

    /// <summary>A file of 64 GiB of nothing takes no room on the disk, and would take all of the memory.</summary>
    [Fact]
    public void Of_a_huge_file_only_the_beginning_is_read()
    {
        using (var huge = File.Create(Path.Combine(_folder.FullName, "huge.json")))
        {
            huge.SetLength(64L << 30);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(["huge.json: expected at most 256 KiB, got more"], EvidenceFolder.Read(_folder, SampleEvidence.Day).SelectMany(file => file.Problems).Select(problem => problem.ToString()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L << 20);
    }

    [Theory]
    [InlineData(EvidenceFolder.MaximumFiles, true)]
    [InlineData(EvidenceFolder.MaximumFiles + 1, false)]
    public void A_folder_has_a_greatest_number_of_files(int files, bool isRead)
    {
        foreach (var number in Enumerable.Range(0, files))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, $"{number}.json"), "{}");
        }

        if (isRead)
        {
            Assert.Equal(files, EvidenceFolder.Read(_folder, SampleEvidence.Day).Count);
        }
        else
        {
            var problem = Assert.Single(Assert.Throws<InvalidSettingsException>(() => EvidenceFolder.Read(_folder, SampleEvidence.Day)).Problems);
            Assert.Equal($"command line: --evidence: expected at most 500 files in '{_folder.FullName}', got more: keep those of the last year", problem.ToString());
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var missing = new DirectoryInfo(Path.Combine(_folder.FullName, "none"));

        var problem = Assert.Single(Assert.Throws<InvalidSettingsException>(() => EvidenceFolder.Read(missing, SampleEvidence.Day)).Problems);

        Assert.Equal($"command line: --evidence: expected a folder, got '{missing.FullName}'", problem.ToString());
    }

    [Fact]
    public void An_empty_folder_proves_nothing_and_is_no_error() => Assert.Empty(EvidenceFolder.Read(_folder, SampleEvidence.Day));
}
