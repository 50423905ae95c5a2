using MlTa.Naming;

namespace MlTa.Settings;

/// <summary>Everything that the file (<c>Pulumi.STACK.yaml</c>) of a stack that stands decides, checked and ready to use.</summary>
public sealed record StackSettings : DeployedSettings
{
    /// <summary>What the stack is doing now. Over all stack files exactly one is <c>active</c>.</summary>
    public override required Role Role { get; init; }

    /// <summary>What the stack is built for. Cannot be changed later.</summary>
    public override required Tier Tier { get; init; }

    /// <summary>Where everything of the stack is. Changing it replaces everything: never do it to a stack that exists.</summary>
    public override required string Region { get; init; }

    /// <summary>First part of every name. Bucket names are unique in all of AWS: choose one that nobody else has.</summary>
    public override required string Prefix { get; init; }

    /// <summary>The AWS account, twelve digits, quoted. The provider refuses credentials of any other.</summary>
    public override required string Account { get; init; }

    /// <summary>Where <c>pulumi</c> keeps this stack's state. It must survive the loss of the region that the stack replaces.</summary>
    public override required string StateBackend { get; init; }

    /// <summary>
    /// False only while the other serving stack has never been up: leaves out the read replica, the point-in-time copy
    /// and whatever goes to buckets and vaults that do not exist yet.
    /// </summary>
    public bool PeerExists { get; init; } = true;

    /// <summary>The other stacks. All stack files must agree about them.</summary>
    public required IReadOnlyList<PeerSettings> Peers { get; init; }

    public required NetworkSettings Network { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary>
    /// The database's master password, the same in all stacks: a replica inherits it from its source. A change here reaches
    /// a database that began as the writer or was restored; for a promoted one change it with <c>aws rds modify-db-instance</c> too.
    /// </summary>
    public override required SecretText DatabasePassword { get; init; }

    public required StorageSettings Storage { get; init; }

    public required BackupSettings Backup { get; init; }

    public override required ClusterSettings Cluster { get; init; }

    public required WorkloadSettings Workloads { get; init; }

    public override required CacheSettings Cache { get; init; }

    /// <summary>The cache's password, which clients send after TLS; 16 to 128 characters. Different in every stack.</summary>
    public override required SecretText CacheToken { get; init; }

    public required DnsSettings Dns { get; init; }

    /// <summary>In exactly one stack: the one that takes over.</summary>
    public FailoverSettings? Failover { get; init; }

    public required ObjectivesSettings Objectives { get; init; }

    public required EscalationSettings Escalation { get; init; }

    public required ContactSettings Contacts { get; init; }

    /// <summary>In exactly one stack: the archive.</summary>
    public ChatSettings? Chat { get; init; }

    /// <summary>Level 2, by SMS, with country code: +1...</summary>
    public required SecretText OnCallPhone { get; init; }

    /// <summary>Level 2, by SMS: who answers if the first does not.</summary>
    public required SecretText DeputyPhone { get; init; }

    /// <summary>Level 3, by SMS: the incident commander.</summary>
    public required SecretText CommanderPhone { get; init; }

    /// <summary>Level 2: the pager service's address, https, with the token that is in it.</summary>
    public required SecretText PagerUrl { get; init; }

    /// <summary>Findings of <c>assess</c> about this stack that are accepted for a time.</summary>
    public IReadOnlyList<WaiverSettings> Waivers { get; init; } = [];

    [NotAKey]
    public ServiceHosts Hosts => new(Dns.Zone);

    /// <summary>Whether users can be served from here now: not where only copies are kept, and not from a region that is kept apart.</summary>
    [NotAKey]
    public bool IsServing => Role is Role.Active or Role.Standby;

    /// <summary>
    /// Whether the stack has what serving takes, a cluster, a cache and an endpoint. A serving stack has it in every role; an archive only
    /// after a cold restore, when it is active.
    /// </summary>
    [NotAKey]
    public bool CanServe => Tier == Tier.Serving || Role == Role.Active;

    /// <summary>Whether the current database lineage exists: not in an archive, and not before there is a writer to follow.</summary>
    [NotAKey]
    public bool HasDatabase => Role != Role.Archive && (Role != Role.Standby || PeerExists);

    /// <summary>The stacks that copies can be sent to now.</summary>
    [NotAKey]
    public IEnumerable<PeerSettings> ExistingPeers => Peers.Where(peer => PeerExists || peer.Tier == Tier.Archive);

    /// <summary>The names of another stack: same function, other stack and region.</summary>
    public RegionNames NamesOf(PeerSettings peer) => new(Prefix, Account, peer.Stack, peer.Region);

    /// <summary>The ARN of the database that this stack's was made from.</summary>
    public string ArnOf(DatabaseSourceSettings source) => (Names with { Region = source.Region }).DatabaseArn(source.Generation);
}
