namespace MlTa.Recovery.Findings;

/// <summary>The types that rules read, as Pulumi's packages call them.</summary>
internal static class ResourceTypes
{
    public const string AwsProvider = "pulumi:providers:aws";
    public const string StackReference = "pulumi:pulumi:StackReference";

    public const string Database = "aws:rds/instance:Instance";
    public const string DatabaseParameters = "aws:rds/parameterGroup:ParameterGroup";
    public const string PointInTimeCopy = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    public const string BackupPlan = "aws:backup/plan:Plan";
    public const string BackupSelection = "aws:backup/selection:Selection";
    public const string BackupRegion = "aws:backup/regionSettings:RegionSettings";
    public const string Vault = "aws:backup/vault:Vault";
    public const string VaultLock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
    public const string VaultPolicy = "aws:backup/vaultPolicy:VaultPolicy";
    public const string RestoreTest = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketEncryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string BucketLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketReplication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";

    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    public const string Key = "aws:kms/key:Key";
    public const string KeyAlias = "aws:kms/alias:Alias";
    public const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    public const string Cluster = "aws:eks/cluster:Cluster";

    public const string Record = "aws:route53/record:Record";
    public const string HealthCheck = "aws:route53/healthCheck:HealthCheck";
    public const string Certificate = "aws:acm/certificate:Certificate";
    public const string Listener = "aws:lb/listener:Listener";

    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    public const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string Chat = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";

    public const string Experiment = "aws:fis/experimentTemplate:ExperimentTemplate";

    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string CronJob = "kubernetes:batch/v1:CronJob";
    public const string Job = "kubernetes:batch/v1:Job";
    public const string Release = "kubernetes:helm.sh/v3:Release";
}
