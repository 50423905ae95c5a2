using MlTa.Recovery.Moves;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>What people are told to type makes the stack files say what was planned, evaluated and proved.</summary>
public sealed class MoveConfigTests
{
    public static TheoryData<string> Names => new(CommittedMoves.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_commands_of_each_up_give_exactly_its_settings(string name)
    {
        var move = CommittedMoves.All[name];
        using var files = new StackFiles();

        foreach (var phase in move.Phases)
        {
            Assert.NotEmpty(Type(files, phase));
            SameSettings.Are(phase.After, files.Read(phase.Stack));
        }
    }

    /// <summary>On the way there may be no writer, and a reader of all files says so; in the end there is one.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_files_that_a_move_leaves_are_valid_together(string name)
    {
        var move = CommittedMoves.All[name];
        using var files = new StackFiles();

        foreach (var phase in move.Phases)
        {
            Type(files, phase);
        }

        var read = StackFolder.Read(files.Folder);
        Assert.Equal(3, read.Count);
        Assert.All(read, settings => SameSettings.Are(move.End[settings.Stack], settings));
    }

    /// <summary>A new stack's file begins as the lost one's.</summary>
    private static IReadOnlyList<ConfigChange> Type(StackFiles files, Phase phase)
    {
        if (phase.Before is not null)
        {
            files.Type(phase.Config);
            return phase.Config;
        }

        var lost = CommittedStacks.Primary;
        var changes = SettingsChanges.Between(lost, phase.After);
        files.Rename(lost.Stack, phase.Stack)
            .Replace(StackFile.NameOf(phase.Stack), lost.SecretsProvider!, phase.After.SecretsProvider!)
            .Type(changes);
        return changes;
    }
}
