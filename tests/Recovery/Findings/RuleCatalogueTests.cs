using System.Runtime.CompilerServices;
using MlTa.Recovery.Findings;
using Xunit;

namespace MlTa.Tests.Recovery.Findings;

/// <summary>Rules can be named, and are explained.</summary>
public sealed class RuleCatalogueTests
{
    private const string UpdateSwitch = "UPDATE_SNAPSHOTS";

    [Fact]
    public void Every_id_is_unique_and_in_small_letters()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", rule.Id));
    }

    [Fact]
    public void Every_rule_explains_itself_in_sentences() => Assert.All(RuleCatalogue.All, rule =>
    {
        Assert.All([rule.Title, rule.Why, rule.Remedy], text => Assert.Matches("^[A-Z].+[.]$", text));
        Assert.NotEmpty(rule.Source);
    });

    [Fact]
    public void The_catalogue_has_the_rules_about_declarations_and_about_waivers()
    {
        var ids = RuleCatalogue.All.Select(rule => rule.Id).ToList();

        Assert.All(DeclarationRules.All, rule => Assert.Contains(rule.Id, ids));
        Assert.All(["waiver-expired", "waiver-unused", "waiver-unknown-rule"], id => Assert.Contains(id, ids));
    }

    [Fact]
    public void The_page_explains_every_rule()
    {
        var path = PagePath();
        var page = RulesPage.Of(RuleCatalogue.All);
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page,
            $"{path} is not what the rules say. Run `{UpdateSwitch}=1 dotnet test`, read what changed, and commit it if it is right.");
    }

    private static string PagePath([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "infra", "Recovery", "RULES.md"));
}
