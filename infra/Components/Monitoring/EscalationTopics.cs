using MlTa.Naming;
using Pulumi.Aws.Sns;

namespace MlTa.Components.Monitoring;

public sealed record EscalationTopicsArgs
{
    public required RegionNames Names { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required IReadOnlyList<Recipient> Recipients { get; init; }
}

/// <summary>
/// One topic for each level of the recovery plan. Every region has its own, because an alarm reaches topics of its region only, and
/// a region that is lost takes its topics with it.
/// </summary>
public sealed class EscalationTopics : ComponentResource
{
    /// <summary>The provider's own choice is one, which is little for a service that is asked for the first time; assumed.</summary>
    private const int PagerConfirmationMinutes = 5;

    private readonly Dictionary<EscalationLevel, Topic> _topics;

    public EscalationTopics(string name, EscalationTopicsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:EscalationTopics", name, options)
    {
        _topics = Enum.GetValues<EscalationLevel>().ToDictionary(level => level, level => Declare(level, args));

        foreach (var recipient in args.Recipients)
        {
            Subscribe(recipient);
        }

        RegisterOutputs();
    }

    public Output<string> ArnOf(EscalationLevel level) => _topics[level].Arn;

    private Topic Declare(EscalationLevel level, EscalationTopicsArgs args)
    {
        var topic = new Topic(Words.Kebab(level), new()
        {
            Name = args.Names.Topic(level),
            // What a text message begins with.
            DisplayName = args.Names.Prefix,
            // A key of our own: the key policy of AWS's own for SNS cannot let alarms in.
            KmsMasterKeyId = args.KeyArn,
        }, new() { Parent = this });

        new TopicPolicy(Words.Kebab(level), new()
        {
            Arn = topic.Arn,
            Policy = TopicPolicies.For(args.Names, level).ToJson(),
        }, new() { Parent = this });
        return topic;
    }

    private void Subscribe(Recipient recipient)
    {
        var subscription = new TopicSubscriptionArgs
        {
            Topic = ArnOf(recipient.Level),
            Protocol = recipient.Protocol,
            Endpoint = recipient.Endpoint,
        };
        if (recipient.Protocol == Recipient.Https)
        {
            // The pager confirms by itself, and the provider waits for it: one that does not is noticed now and not when it is needed.
            subscription.EndpointAutoConfirms = true;
            subscription.ConfirmationTimeoutInMinutes = PagerConfirmationMinutes;
        }

        new TopicSubscription($"{Words.Kebab(recipient.Level)}-{recipient.Name}", subscription, new() { Parent = this });
    }
}
