using MlTa.Naming;
using Pulumi.Aws.Acm;
using Pulumi.Aws.Route53;

namespace MlTa.Components.Traffic;

public sealed record RegionalCertificateArgs
{
    public required ServiceHosts Hosts { get; init; }

    public required string Region { get; init; }

    public required string ZoneId { get; init; }

    /// <summary>Whether the record that proves the service's own name is declared here.</summary>
    public required bool ProvesServiceName { get; init; }
}

/// <summary>
/// A region's certificate, for the service's name and its own: users come with the one and health checks with the other. A load
/// balancer takes certificates of its own region only, so there is one in each.
/// </summary>
public sealed class RegionalCertificate : ComponentResource
{
    /// <summary>Only ACM asks for these records, and they never change.</summary>
    private const int TtlSeconds = 300;

    private readonly RegionalCertificateArgs _args;

    public RegionalCertificate(string name, RegionalCertificateArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RegionalCertificate", name, options)
    {
        _args = args;
        var ownName = args.Hosts.Regional(args.Region);
        var certificate = new Certificate(name, new()
        {
            // First, because it is the shorter one: ACM limits the first name to 64 characters.
            DomainName = args.Hosts.Api,
            SubjectAlternativeNames = { ownName },
            ValidationMethod = "DNS",
        }, new() { Parent = this });

        List<Resource> proofs = [DeclareProof(name, certificate, ownName)];
        if (args.ProvesServiceName)
        {
            // ACM wants the same record for the same name in every region of an account (ACM user guide, "DNS validation"): two stacks
            // cannot both own it. The stack that does goes up first, and ACM renews from it in all regions. It outlives that stack's region, as all
            // records do, so an archive that serves proves its name by it too.
            proofs.Add(DeclareProof($"{name}-service", certificate, args.Hosts.Api));
        }

        // Not told which records it waits for: it would want those of all names, also the one that another stack has.
        var validation = new CertificateValidation(name, new() { CertificateArn = certificate.Arn }, new() { Parent = this, DependsOn = proofs.ToArray() });

        Arn = validation.CertificateArn;
        RegisterOutputs();
    }

    /// <summary>Known once the certificate can be used.</summary>
    [Output]
    public Output<string> Arn { get; private set; }

    private Record DeclareProof(string name, Certificate certificate, string host)
    {
        var proof = certificate.DomainValidationOptions.Apply(options => options.Single(option => option.DomainName == host));
        return new(name, new()
        {
            ZoneId = _args.ZoneId,
            Name = proof.Apply(option => option.ResourceRecordName!),
            Type = proof.Apply(option => option.ResourceRecordType!),
            Records = { proof.Apply(option => option.ResourceRecordValue!) },
            Ttl = TtlSeconds,
        }, new() { Parent = this });
    }
}
