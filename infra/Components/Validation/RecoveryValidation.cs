using MlTa.Components.Workloads;
using MlTa.Naming;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace MlTa.Components.Validation;

internal sealed record RecoveryValidationArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public required IReadOnlyList<ZoneAddresses> Zones { get; init; }

    /// <summary>Which run it is: another one runs all checks again, on the same copy too.</summary>
    public required string Run { get; init; }
}

/// <summary>
/// Checks of what was restored, as jobs. Pulumi waits for them, so an <c>up</c> succeeds only where all of them did: a restored database that is
/// merely <c>available</c> proves nothing (pulumi-kubernetes, "Job": awaited until complete, and failed with it).
/// </summary>
public sealed class RecoveryValidation : ComponentResource
{
    private const string Folder = "/checks";
    private const string RunAnnotation = "ml-ta/run";

    /// <summary>What was restored is read from S3 as it is asked for, so the first full read is slow, by an unknown factor; assumed.</summary>
    private const int DeadlineSeconds = 3600;

    /// <summary>What one query may take, so that a script with six of them, and its first connection, ends before its job.</summary>
    public const int QuerySeconds = (DeadlineSeconds - SecondsToConnect) / MostQueries;

    private const int MostQueries = 6;
    private const int SecondsToConnect = 300;

    /// <summary>Beyond the job's own end, so that its reason is seen and not a timeout of Pulumi's.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(DeadlineSeconds) + TimeSpan.FromMinutes(5);

    private readonly string _name;
    private readonly RecoveryValidationArgs _args;

    internal RecoveryValidation(string name, RecoveryValidationArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RecoveryValidation", name, options)
    {
        (_name, _args) = (name, args);
        var scripts = new ConfigMap(name, new() { Metadata = Named(WorkloadNames.Validation), Data = CheckScripts.Texts.ToDictionary() }, new() { Parent = this });
        Resource[] open =
        [
            Declare("stores", PodTraffic.ToStores(WorkloadNames.Validation, args.Zones)),
            Declare("api", PodTraffic.ToApi(WorkloadNames.Validation)),
        ];
        foreach (var check in args.Checks)
        {
            Declare(check, [scripts, .. open, .. check.StartsAfter]);
        }

        RegisterOutputs();
    }

    private ObjectMetaArgs Named(string name) => new() { Name = name, Namespace = _args.Namespace.Name };

    private NetworkPolicy Declare(string policy, NetworkPolicySpecArgs spec) =>
        new($"{_name}-{policy}", new() { Metadata = Named($"{WorkloadNames.Validation}-{policy}"), Spec = spec }, new() { Parent = this });

    private void Declare(Check check, IReadOnlyList<Resource> startsAfter)
    {
        var pod = PodTemplates.Spec(WorkloadNames.Validation, ContainerOf(check), new VolumeArgs
        {
            Name = _name,
            ConfigMap = new ConfigMapVolumeSourceArgs { Name = WorkloadNames.Validation },
        });
        pod.RestartPolicy = "Never";
        // The API's: what is proved is that whoever serves may read it.
        pod.ServiceAccountName = WorkloadNames.Api;

        var metadata = Named($"validate-{check.Name}");
        // One that failed runs again at the next up, instead of being waited for once more.
        metadata.Annotations = new() { ["pulumi.com/replaceUnready"] = "true" };
        new Job($"{_name}-{check.Name}", new()
        {
            Metadata = metadata,
            Spec = new JobSpecArgs
            {
                // A check that fails once has failed. And no expiry: its log is the evidence.
                BackoffLimit = 0,
                ActiveDeadlineSeconds = DeadlineSeconds,
                Template = PodTemplates.Of(WorkloadNames.Validation, pod, (RunAnnotation, _args.Run)),
            },
        }, new() { Parent = this, DependsOn = [.. startsAfter], CustomTimeouts = new() { Create = s_patience } });
    }

    private ContainerArgs ContainerOf(Check check) => new()
    {
        Name = check.Name,
        Image = check.Image.ToString(),
        Command = { "/bin/sh", $"{Folder}/{check.Script}" },
        Resources = ContainerResources.Tool.ToArgs(),
        VolumeMounts = { new VolumeMountArgs { Name = _name, MountPath = Folder, ReadOnly = true } },
        Env = (EnvVarArgs[])
        [
            .. check.Variables.Select(variable => new EnvVarArgs { Name = variable.Key, Value = variable.Value }),
            .. check.SecretVariables.Select(variable => ConnectionSecret.Variable(variable.Key, variable.Value)),
            // The tools write what they remember there; the rest of the file system is read-only.
            new() { Name = "HOME", Value = RestrictedPods.TemporaryFolder },
        ],
    };
}
