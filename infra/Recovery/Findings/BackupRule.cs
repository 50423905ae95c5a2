using System.Text.Json.Nodes;

namespace MlTa.Recovery.Findings;

/// <summary>One rule of a plan of AWS Backup.</summary>
internal sealed record BackupRule(PlacedResource Plan, JsonObject Rule)
{
    /// <summary>Of the recovery point and of its copies.</summary>
    public IEnumerable<JsonNode?> Lifecycles => Rule.Items("copyActions").Select(copy => copy["lifecycle"]).Prepend(Rule["lifecycle"]);

    public Gap Gap(string problem) => Plan.Gap($"rule {Rule.Text("ruleName")}: {problem}");

    public static IEnumerable<BackupRule> In(Declarations declared) => declared.All(ResourceTypes.BackupPlan).SelectMany(RulesOf);

    /// <summary>The rules of the plans that select a database by a tag, or by its ARN.</summary>
    public static IEnumerable<BackupRule> SelectedFor(PlacedResource database) =>
        from selection in database.Stack.Of(ResourceTypes.BackupSelection)
        where Selects(selection.Inputs, database)
        from plan in database.Stack.Sources(selection, ResourceTypes.BackupPlan)
        from rule in RulesOf(new(database.Stack, plan))
        select rule;

    private static IEnumerable<BackupRule> RulesOf(PlacedResource plan) => plan.Resource.Inputs.Items("rules").Select(rule => new BackupRule(plan, rule));

    /// <summary>One tag of several is enough (AWS Backup API, BackupSelection, ListOfTags).</summary>
    private static bool Selects(JsonObject selection, PlacedResource database) =>
        selection.Items("selectionTags").Any(tag => tag.Text("key") is { } key && database.Resource.Inputs.Text($"tags.{key}") is { } value && value == tag.Text("value"))
        || selection.List("resources").Any(resource => resource == "*" || resource == database.DatabaseArn);
}
