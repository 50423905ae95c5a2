using MlTa.Commands;
using MlTa.Offline;
using MlTa.Tests.Offline;
using MlTa.Tests.Support;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>preview --kubernetes DIR</c>.</summary>
public sealed class KubernetesFilesTests : IDisposable
{
    private readonly string _room = Directory.CreateTempSubdirectory("ml-ta-kubernetes-").FullName;

    private string Folder => Path.Combine(_room, "out");

    public void Dispose() => Directory.Delete(_room, recursive: true);

    [Fact]
    public async Task One_stacks_files_are_in_the_folder()
    {
        var typed = await Typed.Good("preview", "-s", "primary", "--kubernetes", Folder);

        Assert.Empty(Directory.EnumerateDirectories(Folder));
        Assert.Equal([$"primary: {Directory.EnumerateFiles(Folder).Count()} files in {Folder}"], Lines(typed));
        Assert.All(Directory.EnumerateFiles(Folder), file => Assert.EndsWith(".yaml", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_stacks_files_are_in_a_folder_each()
    {
        var typed = await Typed.Good("--kubernetes", Folder);

        Assert.Equal(["primary", "secondary"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order());
        Assert.Equal(
            [
                $"primary: {Directory.EnumerateFiles(Path.Combine(Folder, "primary")).Count()} files in {Path.Combine(Folder, "primary")}",
                $"secondary: {Directory.EnumerateFiles(Path.Combine(Folder, "secondary")).Count()} files in {Path.Combine(Folder, "secondary")}",
                "backup: declares no Kubernetes objects, nothing written",
            ],
            Lines(typed));
    }

    [Fact]
    public async Task There_is_a_file_for_every_object_and_every_release()
    {
        await Typed.Good("-s", "secondary", "--kubernetes", Folder);

        var declared = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Resources.Count(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
        Assert.NotEqual(0, declared);
        Assert.Equal(declared, Directory.EnumerateFiles(Folder).Count());
    }

    [Fact]
    public async Task A_stack_without_a_cluster_is_told_and_leaves_nothing()
    {
        var typed = await Typed.Good("-s", "backup", "--kubernetes", Folder);

        Assert.Equal(["backup: declares no Kubernetes objects, nothing written"], Lines(typed));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_room));
    }

    [Fact]
    public async Task A_value_replaced_for_this_run_is_in_the_files()
    {
        await Typed.Good("-s", "primary", "--config-path", "-c", "workloads.registry=rehearsal.example.com", "--kubernetes", Folder);

        Assert.Contains(Directory.EnumerateFiles(Folder), file => File.ReadAllText(file).Contains("rehearsal.example.com/ml-ta-api:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_the_same_bytes_every_time()
    {
        await Typed.Good("-s", "primary", "--kubernetes", Folder);
        await Typed.Good("-s", "primary", "--kubernetes", Folder + "2");

        Assert.Equal(Contents(Folder), Contents(Folder + "2"));
        Assert.DoesNotContain('\r', string.Concat(Contents(Folder).Values));
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(Folder);
        Write(Folder, Graph("a", "b"));

        Assert.Equal(["configmap-a.yaml", "configmap-b.yaml"], Contents(Folder).Keys);
        Assert.Empty(Directory.EnumerateDirectories(Folder));
        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(_room));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_an_error_nothing_is_left(bool folderExists)
    {
        if (folderExists)
        {
            Directory.CreateDirectory(Folder);
        }

        // Two objects of one name, of which one would be lost.
        Assert.Throws<IOException>(() => Write(Folder, Graph("a", "A")));

        Assert.Equal(folderExists ? [Folder] : [], Directory.EnumerateFileSystemEntries(_room, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, ".hidden"), "mine");

        Assert.Equal(
            $"  - command line: --kubernetes: expected a folder that is new or empty, got '{Folder}', which has something in it",
            (await Refused(Folder)).ErrorLines[1]);
        Assert.Equal([".hidden"], Contents(Folder).Keys);
    }

    [Fact]
    public async Task A_file_is_refused()
    {
        File.WriteAllText(Folder, "mine");

        Assert.Equal($"  - command line: --kubernetes: expected a folder, got the file '{Folder}'", (await Refused(Folder)).ErrorLines[1]);
    }

    [Fact]
    public async Task A_folder_in_a_folder_that_is_not_there_is_refused() => Assert.Equal(
        $"  - command line: --kubernetes: expected a folder within one that exists, got '{Folder}/deep'", (await Refused($"{Folder}/deep")).ErrorLines[1]);

    [Fact]
    public async Task A_folder_without_a_name_is_refused() =>
        Assert.Equal("  - command line: --kubernetes: expected a folder, got nothing", (await Refused("")).ErrorLines[1]);

    [Theory]
    [InlineData("--json")]
    [InlineData("--diff")]
    public async Task Files_and_another_form_are_refused_together(string option) => Assert.Equal(
        "  - command line: --kubernetes: writes files instead of a preview, so leave out --json and --diff", (await Refused(Folder, option)).ErrorLines[1]);

    private static Task<Typed> Refused(string folder, params string[] more) => Typed.Bad(["-C", CommittedStacks.Folder, "--kubernetes", folder, .. more]);

    private static IReadOnlyList<string> Lines(Typed typed) => typed.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static void Write(string folder, StackGraph graph) => KubernetesFiles.In(folder).Write([graph]);

    private static StackGraph Graph(params string[] names) => Evaluated.Graph(() =>
    {
        foreach (var name in names)
        {
            _ = new ConfigMap(name, new() { Metadata = new ObjectMetaArgs { Name = name } });
        }
    }).GetAwaiter().GetResult();

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
