using System.Text.RegularExpressions;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>runbook</c>, from what is typed to what is printed.</summary>
public sealed partial class RunbookTests : IDisposable
{
    private const string Today = "2026-11-23";

    private static readonly Lazy<Task<string>> s_text = new(WriteAsync);

    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("ml-ta-runbook-");

    [Fact]
    public async Task The_text_is_the_approved_one() => Snapshot.Match("runbook", await s_text.Value);

    [Fact]
    public async Task Every_procedure_of_the_plan_is_there() => Assert.Equal(
        [
            "Where things are", "What can happen", "How long there is to decide", "Who hears of it", "Whom to call", "Before anything",
            "Recovery of a service", "Recovery of the database's content", "Failover to secondary", "Planned failover to secondary", "Cold restore in backup",
            "Failback to primary", "Re-home: us-east-2 in place of primary",
            "Checklist after a recovery", "Is the data right?", "What to tell people", "Afterwards",
        ],
        (await s_text.Value).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));

    [Fact]
    public async Task Every_procedure_has_its_commands_and_its_steps()
    {
        var procedures = Headings().Split(await s_text.Value).Where(part => part.Contains("### What to do", StringComparison.Ordinal)).ToList();

        Assert.Equal(7, procedures.Count);
        Assert.All(procedures, procedure =>
        {
            Assert.Contains("export PULUMI_BACKEND_URL='s3://ml-ta-pulumi-", procedure, StringComparison.Ordinal);
            Assert.Contains("\npulumi up --stack ", procedure, StringComparison.Ordinal);
            Assert.Contains("### What happens", procedure, StringComparison.Ordinal);
            Assert.Contains("Awake: ", procedure, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("| secondary | us-east-1 | standby | ml-ta-production-replica | ml-ta-secondary |")]
    [InlineData("| primary | us-west-2 | active | ml-ta-production | ml-ta-primary |")]
    [InlineData("pulumi config set ml-ta:role active --stack secondary")]
    [InlineData("pulumi up --stack secondary --skip-preview --continue-on-error")]
    [InlineData("pulumi config set --path 'ml-ta:database.restoredFrom.time' YYYY-MM-DDThh:mm:ssZ --stack primary")]
    [InlineData("snapshot:NEWEST-RECOVERY-POINT")]
    [InlineData("https://api.ml-ta.com/health/active")]
    public async Task It_has_the_real_names_and_what_to_fill_in(string text) => Assert.Contains(text, await s_text.Value, StringComparison.Ordinal);

    /// <summary>They stand for what is only known on the day; a person must never copy them.</summary>
    [Theory]
    [InlineData("20000101")]
    [InlineData("2000-01-01")]
    [InlineData("00000000-0000")]
    public async Task No_placeholder_of_the_evaluation_is_printed(string text) => Assert.DoesNotContain(text, await s_text.Value, StringComparison.Ordinal);

    /// <summary>Cells must not break the table, or a printed page loses its columns.</summary>
    [Fact]
    public async Task Every_table_has_the_same_number_of_cells_in_every_row()
    {
        var rows = (await s_text.Value).Split('\n').Select((line, index) => (line, index)).Where(row => row.line.StartsWith('|')).ToList();

        Assert.All(rows.Zip(rows.Skip(1)).Where(pair => pair.Second.index == pair.First.index + 1), pair => Assert.Equal(Cells(pair.First.line), Cells(pair.Second.line)));
    }

    [Fact]
    public async Task It_is_written_where_it_is_asked_for_and_says_so()
    {
        var file = Path.Combine(_room.FullName, "runbook.md");
        var typed = await Typed.Good("runbook", "--out", file, "--today", Today);

        Assert.Equal($"wrote {file}{Environment.NewLine}", typed.Output);
        Assert.Equal(await s_text.Value, await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(_room.FullName));
    }

    [Fact]
    public async Task An_older_one_is_replaced_by_a_complete_one()
    {
        var file = Path.Combine(_room.FullName, "runbook.md");
        await File.WriteAllTextAsync(file, "of last month");

        await Typed.Good("runbook", "--out", file, "--today", Today);

        Assert.Equal(await s_text.Value, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task It_says_with_its_exit_code_whether_the_files_are_good()
    {
        var file = Path.Combine(_room.FullName, "runbook.md");

        Assert.Equal(1, (await Typed.Run("runbook", "--out", file, "--today", "2027-06-01", "-C", CommittedStacks.Folder)).ExitCode);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var file = Path.Combine(_room.FullName, "none", "runbook.md");

        Assert.Equal($"  - command line: --out: expected a file in a folder that exists, got '{file}'", (await Typed.Bad("runbook", "--out", file, "-C", CommittedStacks.Folder)).ErrorLines[1]);
    }

    [Fact]
    public async Task A_folder_is_no_file_and_nothing_is_left_behind()
    {
        var folder = _room.CreateSubdirectory("runbook.md").FullName;

        await Typed.Bad("runbook", "--out", folder, "-C", CommittedStacks.Folder);

        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(_room.FullName));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_leave_the_old_one_alone()
    {
        var file = Path.Combine(_room.FullName, "runbook.md");
        await File.WriteAllTextAsync(file, "of last month");
        using var files = new StackFiles().Write("Pulumi.primary.yaml", "config: [");

        await Typed.Bad("runbook", "--out", file, "-C", files.Folder);

        Assert.Equal("of last month", await File.ReadAllTextAsync(file));
    }

    public void Dispose() => _room.Delete(recursive: true);

    private static int Cells(string row) => row.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|');

    private static async Task<string> WriteAsync()
    {
        var room = Directory.CreateTempSubdirectory("ml-ta-runbook-");
        try
        {
            var file = Path.Combine(room.FullName, "runbook.md");
            await Typed.Good("runbook", "--out", file, "--today", Today);
            return await File.ReadAllTextAsync(file);
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
