using MlTa.Recovery.Moves;
using MlTa.Settings.Reading;
using MlTa.Settings.Rules;
using MlTa.Tests.Recovery.Moves;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>What holds of settings alone, and so can be asked of many.</summary>
public sealed class RandomEstateTests
{
    private const int Many = 200;
    private const int Few = 6;

    private static readonly IReadOnlyList<Estate> s_estates = [.. Enumerable.Range(0, Many).Select(number => RandomEstates.Of(number))];

    public static TheoryData<int> Some => new(Enumerable.Range(0, Few));

    [Fact]
    public void The_random_settings_are_valid() => Assert.All(s_estates, estate => Assert.Empty(ProblemsOf(estate)));

    [Fact]
    public void They_differ()
    {
        Assert.Equal(Many, s_estates.Select(estate => estate.Active!.Network.CidrBlock + estate.Standby!.Network.CidrBlock).Distinct().Count());
        Assert.True(s_estates.Select(estate => estate.Active!.Prefix.Length).Distinct().Count() > 10);
        Assert.Contains(s_estates, estate => estate.Active!.Workloads.WritesPaused);
        Assert.Contains(s_estates, estate => estate.Active!.Stack == estate.KeeperOfRecords!.Stack);
    }

    /// <summary>On the way, the old region may be lost: then what it would say next is not asked.</summary>
    [Fact]
    public void Every_move_ends_in_valid_files() => Assert.All(s_estates, estate => Assert.All(
        MovesOf(estate), move => Assert.Empty(ProblemsOf(move.End))));

    [Fact]
    public void No_move_forgets_a_lineage_that_there_is() => Assert.All(s_estates, estate => Assert.All(
        MovesOf(estate).SelectMany(move => move.Phases).Where(phase => phase.Before is { HasDatabase: true }),
        phase => Assert.Subset(phase.After.Database.Lineages.ToHashSet(), phase.Before!.Database.Lineages.ToHashSet())));

    /// <summary>Not even by a stack that never had a database, or one that was lost.</summary>
    [Fact]
    public void No_move_uses_a_generation_again() => Assert.All(s_estates, estate => Assert.All(MovesOf(estate), move =>
    {
        var used = estate.Stacks.SelectMany(stack => stack.Database.Lineages.Select(lineage => lineage.Generation)).ToList();
        foreach (var phase in move.Phases.Where(phase => phase.After.Database.Generation != phase.Before?.Database.Generation))
        {
            Assert.DoesNotContain(phase.After.Database.Generation, used);
            used.Add(phase.After.Database.Generation);
        }
    }));

    /// <summary>The commands make the files say what was planned, from whatever they said before.</summary>
    [Theory]
    [MemberData(nameof(Some))]
    public void Commands_reproduce_the_settings(int number)
    {
        var estate = s_estates[number];
        using var files = new StackFiles();
        // The random stacks may have these names, of others.
        foreach (var committed in CommittedStacks.All)
        {
            files.Rename(committed.Stack, $"committed-{committed.Stack}");
        }

        foreach (var (settings, from) in estate.Stacks.Zip(CommittedStacks.All))
        {
            files.Rename($"committed-{from.Stack}", settings.Stack)
                .SpellOut(settings.Stack)
                .Replace(StackFile.NameOf(settings.Stack), from.SecretsProvider!, settings.SecretsProvider!)
                .Type(SettingsChanges.Between(from, settings));
            SameSettings.Are(settings, files.Read(settings.Stack));
        }

        foreach (var phase in RecoverContent.Of(estate).Then(next => FailOver.Sudden(next, estate.Standby!.Stack)).Then(next => FailBack.To(next, estate.Active!.Stack)).Phases)
        {
            SameSettings.Are(phase.After, files.Type(phase.Config).Read(phase.Stack));
        }

        Assert.Equal(3, StackFolder.Read(files.Folder).Count);
    }

    private static IEnumerable<Move> MovesOf(Estate estate)
    {
        var (from, to) = (estate.Active!.Stack, estate.Standby!.Stack);
        var sudden = FailOver.Sudden(estate, to);
        yield return sudden;
        yield return FailOver.Graceful(estate, to);
        yield return sudden.Then(next => FailBack.To(next, from)).Then(next => FailOver.Sudden(next, to)).Then(next => FailBack.To(next, from));
        yield return sudden.Then(next => Reopen.Of(next, from));
        yield return RecoverContent.Of(estate);
        yield return RecoverService.Of(estate);
        if (from != estate.KeeperOfRecords!.Stack)
        {
            yield return Rehome.InPlaceOf(sudden.End, from, estate.KeeperOfRecords.Failover!.Rehome!);
        }
    }

    private static IEnumerable<string> ProblemsOf(Estate estate) => estate.Stacks
        .SelectMany(stack => StackRules.Check(stack, stack.SecretsProvider, stack.Stack, ""))
        .Concat(new TopologyRules(estate.Stacks, [.. estate.Stacks.Select(stack => stack.Stack)], stack => stack, "").Check())
        .Select(problem => problem.ToString());
}
