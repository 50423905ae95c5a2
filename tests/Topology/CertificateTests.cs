using System.Text.RegularExpressions;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed partial class CertificateTests
{
    private const string CertificateType = "aws:acm/certificate:Certificate";
    private const string ValidationType = "aws:acm/certificateValidation:CertificateValidation";

    [Fact]
    public async Task A_region_has_a_certificate_for_the_services_name_and_its_own()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var certificate = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of(CertificateType));

            Assert.Equal(["api.ml-ta.com", $"api.{settings.Region}.ml-ta.com"], NamesOf(certificate));
            Assert.Equal("DNS", certificate.Text("validationMethod"));
        }
    }

    /// <summary>The record for a name is the same in every region, and two stacks cannot both have it.</summary>
    [Fact]
    public async Task Every_name_is_proven_by_exactly_one_stack()
    {
        var proofs = (await DeclaredStacks.AllAsync()).SelectMany(Proofs).ToList();

        Assert.Equal(
            [("api.ml-ta.com", "secondary"), ("api.us-east-1.ml-ta.com", "secondary"), ("api.us-west-2.ml-ta.com", "primary")],
            proofs.Select(proof => (proof.Name, proof.Stack)).Order());
    }

    [Fact]
    public async Task A_proof_is_the_record_that_acm_asks_for()
    {
        foreach (var (_, stack, record) in (await DeclaredStacks.AllAsync()).SelectMany(Proofs))
        {
            var option = record.Text("name").Replace("resourceRecordName}", "", StringComparison.Ordinal);

            Assert.Equal(($"{option}resourceRecordType}}", $"{option}resourceRecordValue}}"), (record.Text("type"), record.Inputs["records"]![0]!.GetValue<string>()));
            Assert.Equal("Z123456789ABCDEFGHIJ", record.Text("zoneId"));
        }
    }

    /// <summary>Told which records to wait for, it would want those of all names, also the one that another stack has.</summary>
    [Fact]
    public async Task The_certificate_is_waited_for_after_its_stacks_own_proofs()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var validation = Assert.Single(graph.Of(ValidationType));

            Assert.Equal(Proofs(graph).Select(proof => proof.Record.Urn).Order(StringComparer.Ordinal), validation.DependsOn);
            Assert.Null(validation.Inputs["validationRecordFqdns"]);
        }
    }

    [Fact]
    public async Task An_archive_has_none() => Assert.DoesNotContain(
        (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type is CertificateType or ValidationType);

    private static IEnumerable<string> NamesOf(DeclaredResource certificate) =>
        [certificate.Text("domainName"), .. certificate.Inputs["subjectAlternativeNames"]!.AsArray().Select(name => name!.GetValue<string>())];

    /// <summary>The records that prove a name, and which.</summary>
    private static IEnumerable<(string Name, string Stack, DeclaredResource Record)> Proofs(StackGraph graph) =>
        from record in graph.Resources
        where record.Type == "aws:route53/record:Record"
        let option = OptionPattern().Match(record.Text("name"))
        where option.Success
        let certificate = graph.Of(CertificateType).Single(certificate => certificate.Name == option.Groups[1].Value)
        select (NamesOf(certificate).ElementAt(int.Parse(option.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)), graph.Stack, record);

    [GeneratedRegex(@"^\$\{aws:acm/certificate:Certificate::(.+)\.domainValidationOptions/([0-9]+)/resourceRecordName\}$")]
    private static partial Regex OptionPattern();
}
