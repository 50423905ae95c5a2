using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>Whether the default branch still has the files that were planned with or pushed, between two real repositories.</summary>
public sealed class NewestFilesTests : IDisposable
{
    private readonly RunnerProject _project = new();
    private readonly DirectoryInfo _remote = Directory.CreateTempSubdirectory("ml-ta-remote-");

    public void Dispose()
    {
        _project.Dispose();
        _remote.Delete(recursive: true);
    }

    [NeedsGit]
    public async Task The_files_of_the_default_branch_are_as_they_were()
    {
        await CloneAsync();

        var same = await _project.RunAsync("check-newest.sh");

        Assert.Equal((0, ""), (same.ExitCode, same.Printed));
    }

    [NeedsGit]
    public async Task Other_files_are_a_reason_to_plan_again()
    {
        await CloneAsync();
        await CommitAsync("Pulumi.primary.yaml", "other\n");
        await CommitAsync("infra/Drills/new.sh", "new\n");

        var moved = await _project.RunAsync("check-newest.sh");

        Assert.Equal(
            (2, "check-newest.sh: the default branch has other files now, so plan again, in a new run: Pulumi.primary.yaml infra/Drills/new.sh\n"),
            (moved.ExitCode, moved.Errors));
    }

    /// <summary>A push of these starts no deployment, which would leave nobody to deploy what waits.</summary>
    [NeedsGit]
    public async Task What_is_not_deployed_may_have_changed()
    {
        await CloneAsync();
        await CommitAsync("README.md", "other\n");

        Assert.Equal(0, (await _project.RunAsync("check-newest.sh")).ExitCode);
    }

    [NeedsGit]
    public async Task A_branch_that_cannot_be_read_is_not_the_same()
    {
        await CloneAsync();
        await GitAsync(_project.Folder, "remote", "set-url", "origin", Path.Combine(_remote.FullName, "nowhere"));

        var unread = await _project.RunAsync("check-newest.sh");

        Assert.Equal(1, unread.ExitCode);
        Assert.EndsWith("check-newest.sh: the default branch cannot be read\n", unread.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await _project.RunAsync("check-newest.sh", "now")).ExitCode);
    }

    /// <summary>Makes the project a checkout of the remote's newest commit.</summary>
    private async Task CloneAsync()
    {
        foreach (var file in Directory.EnumerateFiles(CommittedStacks.Folder))
        {
            File.Copy(file, Path.Combine(_remote.FullName, Path.GetFileName(file)));
        }

        await GitAsync(_remote.FullName, "init", "--quiet");
        await CommitAsync("README.md", "first\n");
        await GitAsync(_project.Folder, "init", "--quiet");
        await GitAsync(_project.Folder, "remote", "add", "origin", _remote.FullName);
        await GitAsync(_project.Folder, "fetch", "--quiet", "origin", "HEAD");
        await GitAsync(_project.Folder, "reset", "--quiet", "FETCH_HEAD");
    }

    private async Task CommitAsync(string file, string text)
    {
        var path = Path.Combine(_remote.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
        await GitAsync(_remote.FullName, "add", "--all");
        await GitAsync(_remote.FullName, "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", file);
    }

    private static async Task GitAsync(string folder, params string[] args) =>
        (await FinishedProcess.RunAsync([InstalledPrograms.Get("git"), .. args], folder, ("GIT_CONFIG_NOSYSTEM", "1"), ("HOME", folder))).Good();
}
