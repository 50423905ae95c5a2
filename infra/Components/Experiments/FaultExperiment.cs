using MlTa.Naming;
using Pulumi.Aws.Fis;
using Pulumi.Aws.Fis.Inputs;

namespace MlTa.Components.Experiments;

public sealed record FaultExperimentArgs
{
    public required Experiment Experiment { get; init; }

    public required Fault Fault { get; init; }

    public required ExperimentFoundation Foundation { get; init; }

    /// <summary>The alarm that stops it, of the same region: FIS names none of another (assumed; its user guide does not say).</summary>
    public required Output<string> StopAlarmArn { get; init; }
}

/// <summary>
/// The template of one experiment. It does nothing until somebody starts it, and then stops when users would be hurt. While its alarm is red
/// already, as a fenced stack's is, it should not be run, and FIS is assumed to refuse it.
/// </summary>
public sealed class FaultExperiment : ComponentResource
{
    /// <summary>The current one (FIS user guide, "Experiment logging for AWS FIS").</summary>
    private const int LogSchemaVersion = 2;

    private const string Target = "target";

    public FaultExperiment(string name, FaultExperimentArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:FaultExperiment", name, options)
    {
        var template = new ExperimentTemplate(name, new()
        {
            Description = args.Fault.Description,
            RoleArn = args.Foundation.RoleArn,
            Actions = { ActionOf(name, args.Fault) },
            Targets = { TargetOf(args.Fault) },
            StopConditions = { new ExperimentTemplateStopConditionArgs { Source = "aws:cloudwatch:alarm", Value = args.StopAlarmArn } },
            ExperimentOptions = new ExperimentTemplateExperimentOptionsArgs
            {
                AccountTargeting = "single-account",
                // An experiment that hits nothing would look like a recovery.
                EmptyTargetResolutionMode = "fail",
            },
            LogConfiguration = new ExperimentTemplateLogConfigurationArgs
            {
                LogSchemaVersion = LogSchemaVersion,
                CloudwatchLogsConfiguration = new ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs
                {
                    // FIS takes the ARN of all of its streams.
                    LogGroupArn = args.Foundation.LogArn.Apply(arn => $"{arn}:*"),
                },
            },
            Tags = { [ExperimentNames.TemplateTag] = Words.Kebab(args.Experiment) },
        }, new() { Parent = this, DependsOn = { args.Foundation } });

        Id = template.Id;
        RegisterOutputs();
    }

    /// <summary>The template's.</summary>
    [Output]
    public Output<string> Id { get; private set; }

    private static ExperimentTemplateActionArgs ActionOf(string name, Fault fault) => new()
    {
        Name = name,
        ActionId = fault.ActionId,
        Parameters = fault.Parameters.Select(parameter => new ExperimentTemplateActionParameterArgs { Key = parameter.Key, Value = parameter.Value }).ToList(),
        Target = new ExperimentTemplateActionTargetArgs { Key = fault.TargetKey, Value = Target },
    };

    private static ExperimentTemplateTargetArgs TargetOf(Fault fault)
    {
        var target = new ExperimentTemplateTargetArgs { Name = Target, ResourceType = fault.ResourceType, SelectionMode = "ALL" };
        if (fault.TargetArn is { } arn)
        {
            target.ResourceArns.Add(arn);
        }

        if (fault.TargetTag is { } tag)
        {
            target.ResourceTags.Add(new ExperimentTemplateTargetResourceTagArgs { Key = tag.Key, Value = tag.Value });
        }

        return target;
    }
}
