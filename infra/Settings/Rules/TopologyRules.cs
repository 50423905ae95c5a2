namespace MlTa.Settings.Rules;

/// <summary>What the stack files of one commit must agree about.</summary>
/// <param name="stacks">The stacks, as far as their files could be read.</param>
/// <param name="present">The stacks that have a file, readable or not.</param>
/// <param name="fileOf">The name of a stack's file.</param>
/// <param name="keyPrefix">The project's namespace.</param>
internal sealed class TopologyRules(
    IReadOnlyList<StackSettings> stacks, IReadOnlyCollection<string> present, Func<string, string> fileOf, string keyPrefix)
{
    /// <summary>Every disagreement at once.</summary>
    public IEnumerable<Problem> Check() =>
    [
        .. ExactlyOne("role", stack => stack.Role == Role.Active, "exactly one stack is active and holds the writer"),
        .. ExactlyOne("failover", stack => stack.Failover is not null, "exactly one stack keeps the failover records, the one that takes over"),
        .. ExactlyOne("chat", stack => stack.Chat is not null, "exactly one stack keeps the channel, the archive"),
        .. stacks.Where(stack => stack.HasRead("peers")).SelectMany(MissingPeers),
        .. stacks.SelectMany(own => stacks.Where(other => other.Stack != own.Stack).SelectMany(other => Check(PairRules.Directed, own, other))),
        .. stacks.SelectMany((own, index) => stacks.Skip(index + 1).SelectMany(other => Check(PairRules.Mutual, own, other))),
    ];

    /// <param name="key">The key that says so.</param>
    /// <param name="isOne">Whether a stack is one of them.</param>
    /// <param name="wanted">What is wanted.</param>
    private IEnumerable<Problem> ExactlyOne(string key, Func<StackSettings, bool> isOne, string wanted)
    {
        var known = stacks.Where(stack => stack.HasRead(key)).ToList();
        var ones = known.Where(isOne).ToList();

        // A file that cannot be read, or that is missing, may hold the one: only what is certain is said.
        var expected = present.Union(stacks.Where(stack => stack.HasRead("peers")).SelectMany(stack => stack.Peers).Select(peer => peer.Stack)).Count();
        if (ones.Count > 1 || (ones.Count == 0 && known.Count == expected && known.Count > 0))
        {
            var files = (ones.Count == 0 ? known : ones).Select(stack => fileOf(stack.Stack));
            yield return new(string.Join(", ", files), keyPrefix + key, $"{wanted}, got {ones.Count}");
        }
    }

    private IEnumerable<Problem> MissingPeers(StackSettings stack) => stack.Peers
        .Where(peer => !present.Contains(peer.Stack))
        .Select(peer => new Problem(fileOf(stack.Stack), $"{keyPrefix}peers", $"names the stack '{peer.Stack}', but there is no file {fileOf(peer.Stack)}"));

    private IEnumerable<Problem> Check(PairRule[] rules, StackSettings own, StackSettings other) => rules
        .Where(rule => rule.CanJudge(own, other) && rule.Broken(own, other))
        .Select(rule => new Problem(fileOf(own.Stack), keyPrefix + rule.Path, rule.Text(own, other, fileOf(other.Stack))));
}
