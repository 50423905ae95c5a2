using System.Text.Json.Nodes;
using MlTa.Naming;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>Every copy can be read where it is: its key is in its own region.</summary>
internal static class EncryptionRules
{
    /// <summary>What holds data, the path to its key, and what turns encryption on where that is said separately.</summary>
    private static readonly (string Type, string Key, string? Switch)[] s_stores =
    [
        (ResourceTypes.Database, "kmsKeyId", "storageEncrypted"),
        (ResourceTypes.PointInTimeCopy, "kmsKeyId", null),
        (ResourceTypes.Vault, "kmsKeyArn", null),
        (ResourceTypes.Cache, "kmsKeyId", "atRestEncryptionEnabled"),
        (ResourceTypes.Cluster, "encryptionConfig.provider.keyArn", null),
    ];

    private static readonly (string Type, string Key)[] s_messages = [(ResourceTypes.Topic, "kmsMasterKeyId"), (ResourceTypes.LogGroup, "kmsKeyId")];

    public static readonly RecoveryRule[] All =
    [
        new("store-encrypted", Severity.Error,
            "Every store is encrypted with a key of its own region.",
            "Data whose key is in a lost region cannot be read anywhere; RDS refuses an encrypted replica without a key of the replica's region, and would replace a database whose encryption is not stated.",
            "Give the store the ARN of a key that its own stack declares, and say that it is encrypted.",
            "RDS user guide, 'Encrypting Amazon RDS resources' and 'Creating a read replica in a different AWS Region'; terraform-provider-aws, internal/service/rds/instance.go")
        {
            Check = declared => declared.Stacks.SelectMany(Unencrypted),
        },

        new("key-not-by-alias", Severity.Error,
            "Every store names its key by the key's own ARN, not by an alias.",
            "AWS answers with the key's ARN, so an alias looks like a change at every up, and the change of a database's key replaces the database.",
            "Give the key's ARN. Only S3 replication may name a key of another region by its alias.",
            "terraform-provider-aws issues 229, 25713 and 38780; internal/service/rds/instance.go")
        {
            Check = declared =>
                from store in s_stores
                from placed in declared.All(store.Type)
                where placed.Resource.Inputs.Text(store.Key)?.Contains(":alias/", StringComparison.Ordinal) == true
                select placed.Gap($"{store.Key} is {placed.Resource.Inputs.Text(store.Key)}"),
        },

        new("messages-encrypted", Severity.Warning,
            "Messages about incidents and logs are encrypted with a key of their own region.",
            "They name what is broken and how to get in, and a key elsewhere is lost together with its region.",
            "Give the topic or the log group the ARN of a key that its own stack declares.",
            "SNS developer guide, 'Encryption at rest'; CloudWatch Logs user guide, 'Encrypt log data'")
        {
            Check = declared =>
                from message in s_messages
                from placed in declared.All(message.Type)
                let problem = Wrong(placed.Resource.Inputs, message.Key, placed.Stack.Region)
                where problem is not null
                select placed.Gap(problem),
        },
    ];

    private static IEnumerable<Gap> Unencrypted(JudgedStack stack)
    {
        foreach (var (type, key, onOff) in s_stores)
        {
            foreach (var store in stack.Of(type))
            {
                var problem = onOff is not null && !store.Inputs.IsOn(onOff) ? $"{onOff} is not true" : Wrong(store.Inputs, key, stack.Region);
                if (problem is not null)
                {
                    yield return stack.Gap(store, problem);
                }
            }
        }

        foreach (var bucket in stack.Of(ResourceTypes.Bucket))
        {
            // What S3 does by itself is with a key of its own, whose use nobody here can see or stop.
            var defaults = stack.Users(bucket, ResourceTypes.BucketEncryption)
                .SelectMany(encryption => encryption.Inputs.Items("rules"))
                .Select(rule => rule.At("applyServerSideEncryptionByDefault"))
                .FirstOrDefault(applied => applied.Text("sseAlgorithm")?.StartsWith("aws:kms", StringComparison.Ordinal) == true);
            if (Wrong(defaults, "kmsMasterKeyId", stack.Region) is { } problem)
            {
                yield return stack.Gap(bucket, problem);
            }
        }
    }

    private static string? Wrong(JsonNode? inputs, string key, string region)
    {
        var given = inputs.Text(key);
        var isKey = given?.StartsWith(Arns.Kms(region, "", "").TrimEnd(':'), StringComparison.Ordinal) == true;
        return isKey ? null : $"{key} should be the ARN of a key in {region}, got {given ?? "nothing"}";
    }
}
