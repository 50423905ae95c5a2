using MlTa.Naming;
using Pulumi.Aws.Rds;

namespace MlTa.Components.Monitoring;

public sealed record DatabaseEventsArgs
{
    public required EscalationTopics Topics { get; init; }
}

/// <summary>
/// What RDS itself reports of the region's databases, also of one that a cold restore makes. Of all databases and not of one by its
/// name: a failover must not change this.
/// </summary>
public sealed class DatabaseEvents : ComponentResource
{
    public DatabaseEvents(string name, DatabaseEventsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:DatabaseEvents", name, options)
    {
        new EventSubscription(name, new()
        {
            SnsTopic = args.Topics.ArnOf(EscalationLevel.OnCall),
            SourceType = "db-instance",
            EventCategories = { "failover", "failure", "read replica", "recovery" },
            // RDS refuses a topic that it may not publish to.
        }, new() { Parent = this, DependsOn = { args.Topics } });

        RegisterOutputs();
    }
}
