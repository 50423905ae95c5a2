using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>All stacks: of one commit, or at one moment of a procedure.</summary>
public sealed record Estate(ImmutableArray<StackSettings> Stacks)
{
    public StackSettings this[string stack] => Stacks.Single(settings => settings.Stack == stack);

    /// <summary>The one that holds the writer. While a procedure hands over there may be none.</summary>
    public StackSettings? Active => Stacks.FirstOrDefault(settings => settings.Role == Role.Active);

    public StackSettings? Standby => Stacks.FirstOrDefault(settings => settings.Role == Role.Standby);

    public StackSettings? Archive => Stacks.FirstOrDefault(settings => settings.Role == Role.Archive);

    public StackSettings? Fenced => Stacks.FirstOrDefault(settings => settings.Role == Role.Fenced);

    /// <summary>The one that keeps the failover records and all health checks.</summary>
    public StackSettings? KeeperOfRecords => Stacks.FirstOrDefault(settings => settings.Failover is not null);

    /// <summary>A number that no lineage of any stack ever had, as far as the files tell.</summary>
    public int NextGeneration => 1 + Stacks.Max(settings => settings.Database.Kept.Select(kept => kept.Generation).Append(settings.Database.Generation).Max());

    public bool Has(string stack) => Stacks.Any(settings => settings.Stack == stack);

    /// <summary>With one stack changed, or added at the end.</summary>
    public Estate With(StackSettings changed) => Has(changed.Stack)
        ? new([.. Stacks.Select(settings => settings.Stack == changed.Stack ? changed : settings)])
        : new(Stacks.Add(changed));

    public Estate Without(string stack) => new([.. Stacks.Where(settings => settings.Stack != stack)]);
}
