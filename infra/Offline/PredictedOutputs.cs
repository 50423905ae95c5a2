using MlTa.Naming;

namespace MlTa.Offline;

/// <summary>
/// What outputs will be. Many repeat an input. An ID is AWS's to assign, and stays a token; any other output that a declaration passes on has
/// to be known here, because with a silent null the declaration would look complete and not be.
/// </summary>
internal static class PredictedOutputs
{
    private static readonly Dictionary<(string Type, string Output), Func<Facts, string>> s_predictions = new()
    {
        [("aws:acm/certificate:Certificate", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:acm/certificateValidation:CertificateValidation", "certificateArn")] = AssignedByAws("certificateArn"),
        [("aws:backup/vault:Vault", OutputNames.Arn)] = vault => Arns.BackupVault(vault.Region, vault.Account, vault.Input(OutputNames.Name)),
        [("aws:cloudwatch/eventRule:EventRule", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:cloudwatch/eventRule:EventRule", OutputNames.Name)] = AssignedByPulumi,
        [("aws:cloudwatch/logGroup:LogGroup", OutputNames.Arn)] = group => Arns.LogGroup(group.Region, group.Account, group.Input(OutputNames.Name)),
        [("aws:cloudwatch/metricAlarm:MetricAlarm", OutputNames.Arn)] = alarm => Arns.Alarm(alarm.Region, alarm.Account, alarm.Input(OutputNames.Name)),
        [("aws:eks/cluster:Cluster", OutputNames.Arn)] = cluster => Arns.Cluster(cluster.Region, cluster.Account, cluster.Input(OutputNames.Name)),
        [("aws:eks/cluster:Cluster", "endpoint")] = AssignedByAws("endpoint"),
        [("aws:eks/nodeGroup:NodeGroup", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:elasticache/parameterGroup:ParameterGroup", OutputNames.Name)] = AssignedByPulumi,
        [("aws:elasticache/replicationGroup:ReplicationGroup", "primaryEndpointAddress")] = AssignedByAws("primaryEndpointAddress"),
        [("aws:elasticache/subnetGroup:SubnetGroup", OutputNames.Name)] = AssignedByPulumi,
        [("aws:iam/role:Role", OutputNames.Arn)] = role => Arns.Role(role.Account, role.Assigned(OutputNames.Name)),
        [("aws:iam/role:Role", OutputNames.Name)] = AssignedByPulumi,
        [("aws:kms/key:Key", OutputNames.Arn)] = key => Arns.Kms(key.Region, key.Account, $"key/{key.Assigned(OutputNames.Id)}"),
        [("aws:kms/key:Key", "keyId")] = key => key.Assigned(OutputNames.Id),
        [("aws:lb/listener:Listener", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:lb/loadBalancer:LoadBalancer", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:lb/loadBalancer:LoadBalancer", "arnSuffix")] = AssignedByAws("arnSuffix"),
        [("aws:lb/loadBalancer:LoadBalancer", "dnsName")] = AssignedByAws("dnsName"),
        [("aws:lb/loadBalancer:LoadBalancer", "zoneId")] = AssignedByAws("zoneId"),
        [("aws:lb/targetGroup:TargetGroup", OutputNames.Arn)] = AssignedByAws(OutputNames.Arn),
        [("aws:lb/targetGroup:TargetGroup", "arnSuffix")] = AssignedByAws("arnSuffix"),
        [("aws:rds/instance:Instance", OutputNames.Arn)] = database => Arns.Database(database.Region, database.Account, database.Input("identifier")),
        [("aws:rds/instance:Instance", "address")] = database => $"{database.Input("identifier")}.{database.Assigned(OutputNames.Id)}.{database.Region}.rds.amazonaws.com",
        [("aws:rds/parameterGroup:ParameterGroup", OutputNames.Name)] = AssignedByPulumi,
        [("aws:s3/bucket:Bucket", OutputNames.Arn)] = bucket => Arns.Bucket(bucket.Input("bucket")),
        [("aws:s3/bucket:Bucket", OutputNames.Id)] = bucket => bucket.Input("bucket"),
        [("aws:sns/topic:Topic", OutputNames.Arn)] = topic => Arns.Topic(topic.Region, topic.Account, topic.Input(OutputNames.Name)),
    };

    /// <param name="declaration">Whose output it is.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="region">Where the resource is.</param>
    /// <param name="account">Whose it is.</param>
    /// <exception cref="RunException">Nobody has said yet what the output will be.</exception>
    public static string Of(Declaration declaration, string output, string region, string account)
    {
        var facts = new Facts(declaration, region, account);
        if (declaration.Inputs.GetValueOrDefault(output) is string input)
        {
            return input;
        }

        if (s_predictions.TryGetValue((declaration.Key.Type, output), out var predict))
        {
            return predict(facts);
        }

        return output switch
        {
            OutputNames.Id => facts.Assigned(output),
            _ when StructuredOutputs.IsPart(output) => facts.Assigned(output),
            OutputNames.Region => region,
            _ => throw new RunException(
                $"{declaration.Key} is asked for its output '{output}', which is not known offline, so add it to {nameof(PredictedOutputs)}"),
        };
    }

    private static string AssignedByPulumi(Facts facts) => facts.Assigned(OutputNames.Name);

    private static Func<Facts, string> AssignedByAws(string output) => facts => facts.Assigned(output);

    private sealed record Facts(Declaration Declaration, string Region, string Account)
    {
        public string Input(string name) => Declaration.Inputs.GetValueOrDefault(name) as string
            ?? throw new RunException($"{Declaration.Key} has no {name}, by which other regions could know it");

        public string Assigned(string output) => new OutputToken(Declaration.Key, output).ToString();
    }
}
