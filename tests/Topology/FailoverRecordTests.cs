using MlTa.Components.Traffic;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Which region users are sent to, evaluated from what is declared.</summary>
public sealed class FailoverRecordTests
{
    private const string Service = "api.ml-ta.com";
    private const string Primary = "api.us-west-2.ml-ta.com";
    private const string Secondary = "api.us-east-1.ml-ta.com";

    [Theory]
    [InlineData(Role.Standby, true, false, Primary)] // every day
    [InlineData(Role.Standby, false, false, Primary)] // lost, and nobody has promoted yet: a standby that cannot write is no help
    [InlineData(Role.Standby, false, true, Secondary)] // promoted: users follow by themselves
    [InlineData(Role.Standby, true, true, Primary)] // promoted by mistake
    [InlineData(Role.Active, false, true, Secondary)] // every day after a failover
    [InlineData(Role.Active, true, true, Secondary)] // the old writer is back, and does not know
    [InlineData(Role.Active, true, false, Secondary)] // the same, while the new one has a short outage
    [InlineData(Role.Active, false, false, Secondary)]
    [InlineData(Role.Fenced, true, false, Primary)] // after the return
    [InlineData(Role.Fenced, false, true, Primary)] // what was left behind must not be written, whoever else is down
    [InlineData(Role.Fenced, true, true, Primary)]
    [InlineData(Role.Fenced, false, false, Primary)]
    public async Task Users_are_sent_to(Role role, bool isPrimaryWritable, bool isSecondaryWritable, string expected)
    {
        var dns = await DnsAsync(role);

        Assert.Equal(expected, dns.Answer(Service, check => dns.RegionOf(check.Text("fqdn")) switch
        {
            "us-west-2" => isPrimaryWritable,
            "us-east-1" => isSecondaryWritable,
            var other => throw new InvalidOperationException($"nobody watches {other}"),
        }));
    }

    [Fact]
    public async Task Both_records_are_in_the_stack_that_takes_over()
    {
        var records = new DeclaredDns([await DeclaredStacks.OfAsync(CommittedStacks.Secondary)]).Named(Service);

        Assert.Equal([("PRIMARY", "primary", Primary), ("SECONDARY", "secondary", Secondary)], records
            .Select(record => (DeclaredDns.OrderOf(record)!, record.Text("setIdentifier"), Target(record))).Order());
        Assert.All(records, record => Assert.Equal((60, "CNAME", "Z123456789ABCDEFGHIJ"), (record.Inputs["ttl"]!.GetValue<long>(), record.Text("type"), record.Text("zoneId"))));
        Assert.Equal(2, new DeclaredDns(await DeclaredStacks.AllAsync()).Named(Service).Count);
    }

    [Fact]
    public async Task The_gate_of_a_record_asks_the_region_that_it_leads_to_whether_it_can_write()
    {
        var dns = await DnsAsync(Role.Standby);

        Assert.All(dns.Named(Service), record => Assert.Equal(
            (Target(record), "/health/active"), (dns.CheckOf(record)!.Text("fqdn"), dns.CheckOf(record)!.Text("resourcePath"))));
    }

    [Fact]
    public async Task A_failover_changes_one_check_and_one_record_in_place() => Assert.Equal(
        ["check-us-west-2-active: disabled", "check-us-west-2-active: invertHealthcheck", "failover-secondary: healthCheckId"],
        Changes(await GraphAsync(Role.Standby), await GraphAsync(Role.Active)));

    /// <summary>The other region follows again: it cannot write, and takes users by itself if this one is lost and it is promoted.</summary>
    [Theory]
    [InlineData(false, true, Secondary)]
    [InlineData(true, false, Primary)]
    [InlineData(false, false, Primary)] // a replica answers, which cannot be written
    public async Task Unpinned_whoever_can_write_is_answered(bool isPrimaryWritable, bool isSecondaryWritable, string expected)
    {
        var unpinned = CommittedStacks.Secondary.WithFailover(failover => failover with { Pinned = false }) with { Role = Role.Active };
        var dns = new DeclaredDns([await OfflineRun.EvaluateAsync(unpinned), await DeclaredStacks.OfAsync(CommittedStacks.Primary)]);

        Assert.Equal(expected, dns.Answer(Service, check => dns.RegionOf(check.Text("fqdn")) == "us-west-2" ? isPrimaryWritable : isSecondaryWritable));
    }

    [Fact]
    public async Task Fencing_changes_the_other_check() => Assert.Equal(
        ["check-us-east-1-active: disabled", "check-us-east-1-active: invertHealthcheck"],
        Changes(await GraphAsync(Role.Standby), await GraphAsync(Role.Fenced)));

    [Fact]
    public async Task A_failover_moves_users_after_the_promotion()
    {
        var moved = (await GraphAsync(Role.Active)).Resources.Where(resource => resource.Name is "check-us-west-2-active" or "failover-primary" or "failover-secondary").ToList();

        Assert.Equal(3, moved.Count);
        Assert.All(moved, resource => Assert.Contains(resource.DependsOn, urn => urn.EndsWith("::ml-ta:index:Database::database", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Role.Standby)]
    [InlineData(Role.Active)]
    [InlineData(Role.Fenced)]
    public async Task Nobody_is_sent_to_a_region_before_it_can_be_reached(Role role)
    {
        var dns = new DeclaredDns([await GraphAsync(role)]);
        var pinned = dns.Checks.Where(check => check.Inputs["disabled"]!.GetValue<bool>());

        Assert.All(dns.Named(Service).Concat(pinned), resource => Assert.Contains(
            resource.DependsOn, urn => urn.EndsWith("::ml-ta:index:RegionalEndpoint::api", StringComparison.Ordinal)));
    }

    /// <summary>A standby starts with a new replica, which can take hours.</summary>
    [Theory]
    [InlineData(Role.Standby)]
    [InlineData(Role.Fenced)]
    public async Task A_return_moves_users_without_waiting_for_the_database(Role role)
    {
        var dns = new DeclaredDns([await GraphAsync(role)]);

        Assert.All(dns.Named(Service).Concat(dns.Checks), resource => Assert.DoesNotContain(
            resource.DependsOn, urn => urn.Contains("::ml-ta:index:Database::", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_status_page_is_somewhere_else()
    {
        var record = Assert.Single(new DeclaredDns(await DeclaredStacks.AllAsync()).Named("status.ml-ta.com"));

        Assert.Equal(("CNAME", "ml-ta.statuspage.example", 60), (record.Text("type"), Target(record), record.Inputs["ttl"]!.GetValue<long>()));
    }

    [Fact]
    public async Task While_the_other_region_does_not_exist_nobody_is_sent_anywhere()
    {
        var dns = new DeclaredDns([await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false })]);

        Assert.Empty(dns.Named(Service));
        Assert.Empty(dns.Checks);
        Assert.Single(dns.Named(Secondary));
    }

    [Fact]
    public void An_archive_has_no_gates() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FailoverGates.Of(Role.Archive, pinned: true, "primary", "secondary"));

    private static string Target(DeclaredResource record) => record.Inputs["records"]![0]!.GetValue<string>();

    private static async Task<StackGraph> GraphAsync(Role role) => role == CommittedStacks.Secondary.Role
        ? await DeclaredStacks.OfAsync(CommittedStacks.Secondary)
        : await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = role });

    /// <summary>The primary as it was before its region was lost.</summary>
    private static async Task<DeclaredDns> DnsAsync(Role role) => new([await DeclaredStacks.OfAsync(CommittedStacks.Primary), await GraphAsync(role)]);

    /// <summary>The inputs that differ, of everything that users pass.</summary>
    private static IEnumerable<string> Changes(StackGraph before, StackGraph after)
    {
        var old = before.Resources.Where(IsTraffic).ToDictionary(resource => resource.Urn);
        var current = after.Resources.Where(IsTraffic).ToDictionary(resource => resource.Urn);
        Assert.Equal(old.Keys, current.Keys);
        return
        [
            .. from pair in old
               orderby pair.Value.Name
               from input in pair.Value.Inputs.Concat(current[pair.Key].Inputs).Select(input => input.Key).Distinct()
               where pair.Value.Inputs[input]?.ToJsonString() != current[pair.Key].Inputs[input]?.ToJsonString()
               select $"{pair.Value.Name}: {input}",
        ];
    }

    private static bool IsTraffic(DeclaredResource resource) => resource.Type.Split('/')[0] is "aws:route53" or "aws:lb" or "aws:acm" or "aws:autoscaling";
}
