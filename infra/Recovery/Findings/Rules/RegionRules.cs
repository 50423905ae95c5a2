using System.Text.RegularExpressions;
using MlTa.Settings.Rules;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>A stack works while every other region does not.</summary>
internal static partial class RegionRules
{
    /// <summary>The provider's own number is 25, with growing pauses: minutes for each call to a service that does not answer.</summary>
    private const int MaximumRetries = 5;

    public static readonly RecoveryRule[] All =
    [
        new("one-provider", Severity.Error,
            "Each stack has one AWS provider, for its own region.",
            "A provider checks its credentials in its region before anything else: one for a lost region fails or hangs the up that should save the service.",
            "Declare one provider with the stack's region, and name what is elsewhere.",
            "terraform-provider-aws, internal/conns/config.go")
        {
            Check = declared =>
                from stack in declared.Stacks
                let regions = stack.Of(ResourceTypes.AwsProvider).Select(provider => provider.Inputs.Text("region")).ToList()
                where regions is not [var only] || only != stack.Region
                select stack.Gap("AWS provider", $"expected one provider for {stack.Region}, got {(regions.Count == 0 ? "none" : string.Join(", ", regions.Select(region => region ?? "one without a region")))}"),
        },

        new("own-region-only", Severity.Error,
            "Every resource of a stack is in the stack's region.",
            "It is lost with another region, and until it answers the stack cannot be changed.",
            "Leave the resource's region out, and hand it the stack's provider.",
            "This project's decision: one stack, one region")
        {
            Check = declared =>
                from stack in declared.Stacks
                from resource in stack.Graph.Resources
                where !resource.IsComponent && !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal) && resource.Region != stack.Region
                select stack.Gap(resource, $"is in {resource.Region ?? "no region"}, the stack is in {stack.Region}"),
        },

        new("no-stack-reference", Severity.Error,
            "No stack reads another stack's outputs.",
            "They are where that stack's state is, which may be the region that is lost.",
            "Predict the name or the ARN from settings.",
            "Pulumi documentation, 'Stack references'")
        {
            Check = declared => declared.All(ResourceTypes.StackReference).Select(reference => reference.Gap("reads another stack")),
        },

        new("provider-gives-up", Severity.Warning,
            "The AWS provider gives up after a few tries.",
            "With the provider's own 25 tries an outage looks like a hang, and a failover waits for it.",
            "Set the provider's maxRetries to 5 or less.",
            "terraform-provider-aws documentation, provider argument max_retries")
        {
            Check = declared =>
                from provider in declared.All(ResourceTypes.AwsProvider)
                let retries = provider.Resource.Inputs.Number("maxRetries")
                where retries is null or > MaximumRetries
                select provider.Gap($"maxRetries should be at most {MaximumRetries}, got {(retries is null ? "nothing" : retries)}"),
        },

        new("images-survive", Severity.Error,
            "Pods and charts come from a registry in the stack's own region or in the archive's.",
            "New nodes and pods, which every failover needs, cannot start without their images.",
            "Set workloads.registry and workloads.chartRepository to a registry that outlives the region that the stack replaces.",
            "ECR user guide, 'Private image replication'")
        {
            Check = declared =>
                from type in (string[])[ResourceTypes.Deployment, ResourceTypes.CronJob, ResourceTypes.Release]
                from workload in declared.All(type)
                let lost = workload.Resource.Inputs.Texts()
                    .SelectMany(text => RegistryPattern().Matches(text).Select(match => match.Groups[1].Value))
                    .Where(region => !SurvivalRules.Survives(workload.Stack.Settings, region))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .ToList()
                where lost.Count > 0
                select workload.Gap($"takes images or its chart from {string.Join(", ", lost)}"),
        },
    ];

    [GeneratedRegex(@"\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com")]
    private static partial Regex RegistryPattern();
}
