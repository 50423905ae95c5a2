using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>Experiments break what they are meant to break, and stop when that hurts users.</summary>
internal static class ExperimentRules
{
    private const string AlarmSource = "aws:cloudwatch:alarm";

    /// <summary>What can be found by tags here.</summary>
    private static readonly Dictionary<string, string> s_tagged = new() { ["aws:s3:bucket"] = ResourceTypes.Bucket };

    public static readonly RecoveryRule[] All =
    [
        new("experiment-can-stop", Severity.Error,
            "Every experiment stops at an alarm that its own stack declares in its own region.",
            "What was to be a test goes on while users are hurt, or depends on an alarm of the region that the test is to do without.",
            "Give the template a stop condition on an alarm of its stack, and no other.",
            "FIS user guide, 'Stop conditions for AWS FIS'; that the alarm has to be in the same region is assumed")
        {
            Check = declared =>
                from experiment in declared.All(ResourceTypes.Experiment)
                let alarms = experiment.Stack.Of(ResourceTypes.Alarm)
                    .Select(alarm => Arns.Alarm(experiment.Stack.Region, experiment.Stack.Settings.Account, alarm.Inputs.Text("name") ?? "")).ToHashSet()
                let conditions = experiment.Resource.Inputs.Items("stopConditions").ToList()
                let strange = conditions.Where(condition => condition.Text("source") != AlarmSource || !alarms.Contains(condition.Text("value") ?? "")).ToList()
                where conditions.Count == 0 || strange.Count > 0
                select experiment.Gap(conditions.Count == 0
                    ? "has no stop condition"
                    : $"stops at {string.Join(", ", strange.Select(condition => condition.Text("value") ?? condition.Text("source") ?? "nothing"))}, which {experiment.Stack.Name} does not declare in {experiment.Stack.Region}"),
        },

        new("experiment-hits-something", Severity.Error,
            "An experiment that finds none of its targets fails.",
            "It would end well without having broken anything, and the recovery would be taken for proven.",
            "Set experimentOptions.emptyTargetResolutionMode to fail.",
            "FIS API, CreateExperimentTemplateExperimentOptionsInput, emptyTargetResolutionMode")
        {
            Check = declared =>
                from experiment in declared.All(ResourceTypes.Experiment)
                let mode = experiment.Resource.Inputs.Text("experimentOptions.emptyTargetResolutionMode")
                where mode != "fail"
                select experiment.Gap($"emptyTargetResolutionMode should be fail, got {mode ?? "nothing"}"),
        },

        new("experiment-stays-home", Severity.Error,
            "Every target of an experiment is a resource that its own stack declares.",
            "A test of one region breaks another one, or what somebody else runs in the account.",
            "Name targets by the ARNs of the stack's databases and node groups, or by a tag that only a resource of the stack has.",
            "This project's decision: one stack, one region")
        {
            Check = declared =>
                from experiment in declared.All(ResourceTypes.Experiment)
                from target in experiment.Resource.Inputs.Items("targets")
                let strange = Strange(declared, experiment, target).ToList()
                where strange.Count > 0
                select experiment.Gap($"aims at {string.Join(", ", strange)}, which is not what {experiment.Stack.Name} declares"),
        },
    ];

    /// <summary>What a target names that is not this stack's, or nobody's.</summary>
    private static IEnumerable<string> Strange(Declarations declared, PlacedResource experiment, JsonObject target)
    {
        var tags = target.Items("resourceTags").ToList();
        var arns = target.List("resourceArns").ToList();
        if (tags.Count == 0)
        {
            var known = KnownArns(experiment.Stack).ToHashSet();
            return arns.Count == 0 ? ["everything"] : arns.Where(arn => !known.Contains(arn));
        }

        return IsFoundHereOnly(declared, experiment.Stack, target, tags) ? arns : tags.Select(tag => $"{tag.Text("key")}={tag.Text("value")}");
    }

    private static IEnumerable<string> KnownArns(JudgedStack stack) =>
    [
        .. stack.Of(ResourceTypes.Database).Select(database => new PlacedResource(stack, database).DatabaseArn),
        // One that is meant to be there and is not is another rule's.
        stack.Names.DatabaseArn(stack.Settings.Database.Generation),
        // An ARN with an ID that EKS assigns.
        .. stack.Of(ResourceTypes.NodeGroup).Select(group => new OutputToken(new(group.Type, group.Name), OutputNames.Arn).ToString()),
    ];

    /// <summary>FIS looks in its own region only, where another stack could be too.</summary>
    private static bool IsFoundHereOnly(Declarations declared, JudgedStack stack, JsonObject target, IReadOnlyList<JsonObject> tags)
    {
        if (!s_tagged.TryGetValue(target.Text("resourceType") ?? "", out var type))
        {
            return false;
        }

        var found = declared.All(type)
            .Where(resource => resource.Stack.Region == stack.Region)
            .Where(resource => tags.All(tag => resource.Resource.Inputs.At("tags") is JsonObject given && given.Text(tag.Text("key") ?? "") == tag.Text("value")))
            .ToList();
        return found.Count > 0 && found.All(resource => resource.Stack == stack);
    }
}
