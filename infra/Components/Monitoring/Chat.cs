using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Chatbot;
using Pulumi.Aws.Iam;

namespace MlTa.Components.Monitoring;

public sealed record ChatArgs
{
    public required RegionNames Names { get; init; }

    public required ChatSettings Settings { get; init; }

    /// <summary>The stacks whose topics the channel shows.</summary>
    public required IReadOnlyList<RegionNames> Stacks { get; init; }
}

/// <summary>
/// The incident channel in Slack. It listens to the topics of all regions and all levels from one region (AWS user guide of Amazon Q
/// Developer in chat applications, "Quotas and Regions"), so the loss of any other does not silence it. It shows, and changes nothing.
/// </summary>
public sealed class Chat : ComponentResource
{
    public Chat(string name, ChatArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Chat", name, options)
    {
        var role = new Pulumi.Aws.Iam.Role(name, new()
        {
            Description = "Slack channel: shows alarms and their graphs",
            AssumeRolePolicy = PolicyDocument.TrustOf("chatbot.amazonaws.com").ToJson(),
        }, new() { Parent = this });

        var rights = new RolePolicy(name, new() { Role = role.Id, Policy = ShowAlarms.ToJson() }, new() { Parent = this });

        new SlackChannelConfiguration(name, new()
        {
            ConfigurationName = args.Names.Alarm("incidents"),
            SlackTeamId = args.Settings.WorkspaceId,
            SlackChannelId = args.Settings.ChannelId,
            IamRoleArn = role.Arn,
            // Without one the channel's limit would be administrator access.
            GuardrailPolicyArns = { Arns.ManagedPolicy("CloudWatchReadOnlyAccess") },
            SnsTopicArns = args.Stacks.SelectMany(stack => Enum.GetValues<EscalationLevel>().Select(stack.TopicArn)).ToList(),
            LoggingLevel = "ERROR",
        }, new() { Parent = this, DependsOn = { rights } });

        RegisterOutputs();
    }

    /// <summary>On every resource: CloudWatch knows no smaller one for metrics, and the alarms of all regions are shown.</summary>
    private static PolicyDocument ShowAlarms { get; } = new(new PolicyStatement
    {
        Sid = "ShowAlarms",
        Effect = PolicyEffect.Allow,
        Action = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:GetMetricWidgetImage", "cloudwatch:ListMetrics"],
        Resource = ["*"],
    });
}
