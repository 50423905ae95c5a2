using MlTa.Naming;

namespace MlTa.Settings.Rules;

/// <summary>What the stack files of one commit must agree about.</summary>
/// <param name="stacks">The stacks whose files could be read.</param>
/// <param name="present">The stacks that have a file, readable or not.</param>
/// <param name="fileOf">The name of a stack's file.</param>
/// <param name="keyPrefix">The project's namespace.</param>
internal sealed class TopologyRules(
    IReadOnlyList<StackSettings> stacks, IReadOnlyCollection<string> present, Func<string, string> fileOf, string keyPrefix)
{
    /// <summary>Every disagreement at once.</summary>
    public IEnumerable<Problem> Check() =>
    [
        .. Writers(),
        .. stacks.SelectMany(Peers),
        .. stacks.SelectMany((stack, index) => stacks.Skip(index + 1).SelectMany(other => Shared(stack, other))),
        .. stacks.SelectMany(CopiesOutsideLock),
        .. stacks.SelectMany(Replica),
    ];

    private Problem At(StackSettings stack, string path, string text) => new(fileOf(stack.Stack), keyPrefix + path, text);

    private IEnumerable<Problem> Writers()
    {
        var active = stacks.Where(stack => stack.Role == Role.Active).ToList();

        // A file that cannot be read may hold the one: only what is certain is said.
        if (active.Count > 1 || (active.Count == 0 && stacks.Count == present.Count && stacks.Count > 0))
        {
            var files = (active.Count == 0 ? stacks : active).Select(stack => fileOf(stack.Stack));
            yield return new(string.Join(", ", files), $"{keyPrefix}role", $"exactly one stack is active and holds the writer, got {active.Count}");
        }
    }

    private IEnumerable<Problem> Peers(StackSettings stack)
    {
        foreach (var peer in stack.Peers.Where(peer => !present.Contains(peer.Stack)))
        {
            yield return At(stack, "peers", $"names the stack '{peer.Stack}', but there is no file {fileOf(peer.Stack)}");
        }

        foreach (var other in stacks.Where(other => other != stack))
        {
            var peer = stack.Peers.FirstOrDefault(peer => peer.Stack == other.Stack);
            if (peer is null)
            {
                yield return At(stack, "peers", $"has to name every other stack, got none called '{other.Stack}'");
            }
            else if ((peer.Region, peer.Tier) != (other.Region, other.Tier))
            {
                yield return At(stack, "peers",
                    $"{fileOf(other.Stack)} is tier {SettingNames.Of(other.Tier)} in {other.Region}, got tier {SettingNames.Of(peer.Tier)} in {peer.Region}");
            }
        }
    }

    private IEnumerable<Problem> Shared(StackSettings stack, StackSettings other)
    {
        var file = fileOf(other.Stack);
        if (stack.Region == other.Region)
        {
            yield return At(stack, "region", $"every stack has a region of its own, got {stack.Region} as in {file}");
        }

        if (stack.Account != other.Account)
        {
            yield return At(stack, "account", $"all stacks share one account, which is {other.Account} in {file}, got {stack.Account}");
        }

        if (stack.Prefix != other.Prefix)
        {
            yield return At(stack, "prefix", $"all stacks share one prefix, which is '{other.Prefix}' in {file}, got '{stack.Prefix}'");
        }

        if (stack.Database.Generation == other.Database.Generation)
        {
            yield return At(stack, "database.generation", $"every stack has a generation of its own, got {stack.Database.Generation} as in {file}");
        }

        if (AddressRange.TryParse(stack.Network.CidrBlock, out var range)
            && AddressRange.TryParse(other.Network.CidrBlock, out var otherRange)
            && range.Overlaps(otherRange))
        {
            yield return At(stack, "network.cidrBlock", $"must not overlap {other.Network.CidrBlock} of {file}, got {stack.Network.CidrBlock}");
        }
    }

    private IEnumerable<Problem> CopiesOutsideLock(StackSettings stack) => stacks
        .Where(other => other != stack && stack.Tier == Tier.Serving && BackupRules.IsOutside(other.Backup.Lock, stack.Backup.CopyDeleteAfterDays))
        .Select(other => At(stack, "backup.copyDeleteAfterDays",
            $"the vault lock in {fileOf(other.Stack)} takes {BackupRules.Range(other.Backup.Lock)} days and fails other copies, got {stack.Backup.CopyDeleteAfterDays}"));

    private IEnumerable<Problem> Replica(StackSettings stack)
    {
        var writers = stacks.Where(other => other.Role == Role.Active).ToList();
        if (stack.Role != Role.Standby || writers is not [var writer])
        {
            yield break;
        }

        var (own, followed, file) = (stack.Database, writer.Database, fileOf(writer.Stack));
        if (own.Source is { } source && (source.Region, source.Generation) != (writer.Region, followed.Generation))
        {
            yield return At(stack, "database.source",
                $"a standby follows the writer, which is generation {followed.Generation} in {writer.Region} in {file}, got generation {source.Generation} in {source.Region}");
        }

        if (own.EngineMajorVersion != followed.EngineMajorVersion)
        {
            yield return At(stack, "database.engineMajorVersion",
                $"a replica has its source's version, which is {followed.EngineMajorVersion} in {file}, got {own.EngineMajorVersion}");
        }

        if (own.InstanceClass != followed.InstanceClass)
        {
            yield return At(stack, "database.instanceClass",
                $"a promoted database inherits the whole load, so it is as large as the writer, which is '{followed.InstanceClass}' in {file}, got '{own.InstanceClass}'");
        }
    }
}
