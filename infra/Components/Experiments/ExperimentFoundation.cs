using MlTa.Components.Policies;
using MlTa.Naming;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;

namespace MlTa.Components.Experiments;

public sealed record ExperimentFoundationArgs
{
    public required RegionNames Names { get; init; }

    public required Output<string> KeyArn { get; init; }

    /// <summary>The region that models are not sent to for a while.</summary>
    public required string PausedRegion { get; init; }
}

/// <summary>
/// The role that FIS breaks things with, and the log of what it did. In every role of a stack and complete from the beginning: IAM is changed in
/// us-east-1, which no change of roles may need.
/// </summary>
public sealed class ExperimentFoundation : ComponentResource
{
    /// <summary>As long as the record of alarms, beside which it is read. One of the numbers that CloudWatch Logs takes.</summary>
    private const int RetentionDays = 400;

    public ExperimentFoundation(string name, ExperimentFoundationArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ExperimentFoundation", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var role = new Pulumi.Aws.Iam.Role(name, new()
        {
            Description = $"FIS experiments in {args.Names.Stack}",
            AssumeRolePolicy = PolicyDocument.TrustOf("fis.amazonaws.com").ToJson(),
        }, asChild);
        new RolePolicy(name, new()
        {
            Role = role.Id,
            Policy = ExperimentRights.Of(args.Names, args.PausedRegion).ToJson(),
        }, asChild);

        var log = new LogGroup(name, new()
        {
            Name = args.Names.ExperimentLog(),
            RetentionInDays = RetentionDays,
            KmsKeyId = args.KeyArn,
        }, asChild);
        new LogResourcePolicy(name, new()
        {
            PolicyName = args.Names.ExperimentLogPolicy(),
            PolicyDocument = ExperimentRights.DeliveryMayWrite(args.Names).ToJson(),
        }, asChild);

        RoleArn = role.Arn;
        LogArn = log.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> RoleArn { get; private set; }

    [Output]
    public Output<string> LogArn { get; private set; }
}
