namespace MlTa.Recovery.Changes.Facts;

/// <summary>SNS.</summary>
internal static class NotificationFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:sns/topic:Topic", "internal/service/sns/topic.go")
        {
            Replacing = ["fifoTopic", "name", "namePrefix"],
            InPlace = ["deliveryPolicy", "displayName", "kmsMasterKeyId", "policy", "tags"],
        },
        new("aws:sns/topicPolicy:TopicPolicy", "internal/service/sns/topic_policy.go")
        {
            Replacing = ["arn"],
            InPlace = ["policy"],
        },
        new("aws:sns/topicSubscription:TopicSubscription", "internal/service/sns/topic_subscription.go")
        {
            Replacing = ["endpoint", "protocol", "topic"],
            InPlace = ["confirmationTimeoutInMinutes", "deliveryPolicy", "endpointAutoConfirms", "filterPolicy", "rawMessageDelivery"],
        },
    ];
}
