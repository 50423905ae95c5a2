using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

public sealed class SettingTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task The_scripts_read_what_the_program_reads()
    {
        foreach (var stack in CommittedStacks.All)
        {
            await Reads(stack.Stack, "role", stack.Role.ToString().ToLowerInvariant());
            await Reads(stack.Stack, "region", stack.Region);
            await Reads(stack.Stack, "stateBackend", stack.StateBackend);
            await Reads(stack.Stack, "secretsprovider", stack.SecretsProvider!);
            await Reads(stack.Stack, "prefix", stack.Prefix);
            await Reads(stack.Stack, "account", stack.Account);
            await Reads(stack.Stack, "network.zones", string.Join(' ', stack.Network.Zones));
            await Reads(stack.Stack, "workloads.registry", stack.Workloads!.Registry);
            await Reads(stack.Stack, "workloads.version", stack.Workloads!.Version);
            await Reads(stack.Stack, "dns.zone", stack.Dns.Zone);
            await Reads(stack.Stack, "dns.zoneId", stack.Dns.ZoneId);
        }
    }

    [NeedsRunnerTools]
    public async Task A_stack_may_say_otherwise_than_the_project()
    {
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "Pulumi.other.yaml"), """
            config:
              # ml-ta:region: commented-out
              ml-ta:network: # the next line belongs to it
                zones: [ 'a', "b" ,c ] # three
              ml-ta:prefix: "other" # not the project's
              ml-ta:database:
                region: not-the-stack's
              ml-ta:dns: { zoneId: Z1, zone: 'example.com' , acceleratedRecovery: true }
              ml-ta:region: eu-west-1

            """);

        await Reads("other", "prefix", "other");
        await Reads("other", "region", "eu-west-1");
        await Reads("other", "network.zones", "a b c");
        await Reads("other", "dns.zone", "example.com");
    }

    [NeedsRunnerTools]
    public async Task What_is_not_there_is_said()
    {
        var missing = await _project.RunAsync("setting.sh", "Pulumi.primary.yaml", "network.cidr");
        var noFile = await _project.RunAsync("setting.sh", "Pulumi.nowhere.yaml", "region");
        var noKey = await _project.RunAsync("setting.sh", "Pulumi.primary.yaml");

        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Equal("setting.sh: Pulumi.primary.yaml: network.cidr: expected a value in the file or a default in Pulumi.yaml, got none\n", missing.Errors);
        Assert.Equal((2, "setting.sh: expected a stack's file, got 'Pulumi.nowhere.yaml'\n"), (noFile.ExitCode, noFile.Errors));
        Assert.Equal(2, noKey.ExitCode);
        Assert.StartsWith("setting.sh: expected a file and a key, got 1 arguments\n", noKey.Errors, StringComparison.Ordinal);
    }

    private async Task Reads(string stack, string key, string expected)
    {
        var read = await _project.RunAsync("setting.sh", $"Pulumi.{stack}.yaml", key);
        Assert.Equal((0, expected + "\n", ""), (read.ExitCode, read.Output, read.Errors));
    }
}
