using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Proofs;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;
using Xunit;

namespace MlTa.Tests.Recovery.Proofs;

/// <summary>The end of there and back, compared with the beginning without the code that proves it.</summary>
public sealed class SameEndTests
{
    private const string Database = "aws:rds/instance:Instance";

    private static readonly Estate s_end = CommittedMoves.All[CommittedMoves.BackTwice].End;

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    [InlineData("backup")]
    public async Task The_same_resources_are_there_with_the_same_inputs(string stack)
    {
        var before = await ResourcesAsync(CommittedMoves.Committed, stack);
        var after = await ResourcesAsync(s_end, stack);

        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(before.Keys, key => before[key] != after[key] && !key.StartsWith(Database, StringComparison.Ordinal));
    }

    /// <summary>Neither has anything that a replica does not take from its source.</summary>
    [Fact]
    public async Task The_home_database_differs_in_what_it_was_born_with()
    {
        var before = JsonNode.Parse((await ResourcesAsync(CommittedMoves.Committed, "primary"))[$"{Database} database"])!.AsObject();
        var after = JsonNode.Parse((await ResourcesAsync(s_end, "primary"))[$"{Database} database"])!.AsObject();

        Assert.Equal(
            ["allocatedStorage", "dbName", "engine", "engineVersion", "password", "username"],
            before.Select(input => input.Key).Union(after.Select(input => input.Key)).Where(key => before[key]?.ToJsonString() != after[key]?.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_standbys_database_does_not_differ() => Assert.Equal(
        (await ResourcesAsync(CommittedMoves.Committed, "secondary"))[$"{Database} database"],
        (await ResourcesAsync(s_end, "secondary"))[$"{Database} database"]);

    [Fact]
    public async Task Both_are_one_to_the_proof()
    {
        foreach (var settings in CommittedMoves.Committed.Stacks)
        {
            var end = s_end[settings.Stack];
            Assert.Equal(
                LineageNeutral.LinesOf(await ChangedGraphs.Sound.OfAsync(settings), settings),
                LineageNeutral.LinesOf(await ChangedGraphs.Sound.OfAsync(end), end));
        }
    }

    /// <summary>Inputs by type and name, with what each generation is for in the place of its number. Without what is kept.</summary>
    private static async Task<Dictionary<string, string>> ResourcesAsync(Estate estate, string stack)
    {
        var settings = estate[stack];
        (int Generation, string Word)[] words = [.. estate.Stacks.Where(each => each.Role != Role.Archive).Select(each => (each.Database.Generation, $"OF-{each.Stack}"))];
        var names = words.Select(word => (Name: settings.Names.Database(word.Generation), word.Word)).OrderByDescending(word => word.Name.Length).ToList();
        return (await ChangedGraphs.Sound.OfAsync(settings)).Resources
            .Where(resource => !resource.IsComponent && !settings.Database.Kept.Any(kept => resource.Type == Database && resource.Name == $"database-g{kept.Generation}"))
            .ToDictionary(resource => $"{resource.Type} {Regex.Replace(resource.Name, "-g[0-9]+$", "")}", Said);

        string Said(DeclaredResource resource)
        {
            // Not the beginning of a pattern, which is for all of them.
            var physical = names.Aggregate(resource.Inputs.ToJsonString(), (text, name) => Regex.Replace(text, $@"{Regex.Escape(name.Name)}(?!\*)", name.Word));
            return words.Aggregate(physical, (text, word) => Regex.Replace(
                text, $"-g{word.Generation}\\b|(?<=database-generation\":\"){word.Generation}(?=\")", $"-{word.Word}"));
        }
    }
}
