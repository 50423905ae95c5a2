using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Settings;
using MlTa.Tests.Recovery.Changes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>Why a plan must not be carried out: each reason, and the plan beside it that has none.</summary>
public sealed class RefusalsTests
{
    private const string Source = "arn:aws:rds:us-west-2:111122223333:db:ml-ta-production";
    private const string Database = "secondary: aws:rds/instance:Instance database: ";

    [Fact]
    public async Task The_committed_failover_has_none()
    {
        Assert.Empty(Refusals.Of((await Plans.SuddenAsync()).Ups, await Plans.DeclaredAsync(Plans.Committed), Plans.Set(Plans.Oregon)));
        Assert.Empty(Refusals.Of((await Plans.GracefulAsync()).Ups, await Plans.DeclaredAsync(Plans.Committed), Plans.Set()));
    }

    [Fact]
    public async Task Touching_the_lost_region_is_refused() => Assert.Equal(
        ["primary: aws:rds/parameterGroup:ParameterGroup database: needs us-west-2, which is lost"],
        Refusals.Of((await Plans.GracefulAsync()).Ups, await Plans.DeclaredAsync(Plans.Committed), Plans.Set(Plans.Oregon)).Where(reason => reason.Contains("ParameterGroup", StringComparison.Ordinal)));

    [Fact]
    public void A_change_in_a_region_that_answers_is_not() => Assert.Empty(Of(Update("aws:cloudwatch/metricAlarm:MetricAlarm", "threshold", "1", "2"), Plans.Oregon));

    [Fact]
    public void Deleting_what_holds_data_is_refused() => Assert.Equal(
        [$"{Database}holds the database, and would be deleted"], Of(Declared.Dropped(Resource([]))));

    [Fact]
    public void Leaving_it_in_aws_is_not() => Assert.Empty(Of(Declared.Dropped(Resource([]) with { RetainOnDelete = true })));

    [Fact]
    public void Deleting_what_holds_none_is_not() => Assert.Empty(Of(Declared.Dropped(Declared.Resource("aws:cloudwatch/metricAlarm:MetricAlarm", "lag", []))));

    [Fact]
    public void Replacing_what_holds_data_is_refused() => Assert.Equal(
        [$"{Database}holds the database, and would be replaced: kmsKeyId can only be set when it is made"],
        Of(Declared.Change(Resource(new() { ["kmsKeyId"] = "a" }), Resource(new() { ["kmsKeyId"] = "b" }))));

    [Fact]
    public void Replacing_anything_else_is_refused_too() => Assert.Equal(
        ["secondary: aws:ec2/vpc:Vpc network: would be replaced: cidrBlock can only be set when it is made"],
        Of(Declared.Change(Declared.Resource("aws:ec2/vpc:Vpc", "network", new() { ["cidrBlock"] = "a" }), Declared.Resource("aws:ec2/vpc:Vpc", "network", new() { ["cidrBlock"] = "b" }))));

    [Fact]
    public void What_is_protected_cannot_leave_the_stack_even_to_stay_in_aws() => Assert.Equal(
        [$"{Database}is protected, so the engine refuses to take it out of the stack"],
        Of(Declared.Dropped(Resource([]) with { Protect = true, RetainOnDelete = true })));

    [Theory]
    [InlineData("multiAz", "multiAz, replicateSourceDb")]
    [InlineData("instanceClass", "instanceClass, replicateSourceDb")]

    // The promotion itself is told this one, and then waits for the first backup (RDS API, PromoteReadReplica).
    [InlineData("backupRetentionPeriod", "backupRetentionPeriod, replicateSourceDb")]
    public void A_promotion_with_another_change_is_refused(string input, string both) => Assert.Equal(
        [$"{Database}is promoted together with other changes ({both}), which the promotion or a second call waits for"],
        Of(Declared.Change(
            Resource(new() { ["replicateSourceDb"] = Source, [input] = "before" }),
            Resource(new() { [input] = "after" }))));

    [Theory]
    [InlineData("skipFinalSnapshot")]
    [InlineData("finalSnapshotIdentifier")]
    [InlineData("tags")]
    public void A_promotion_with_what_rds_is_not_asked_to_modify_is_not(string input) => Assert.Empty(Of(Declared.Change(
        Resource(new() { ["replicateSourceDb"] = Source }), Resource(new() { [input] = input == "tags" ? new JsonObject { ["a"] = "b" } : "after" }))));

    /// <summary>A replica that is only kept is closed with its promotion; nobody waits for it.</summary>
    [Fact]
    public void A_promotion_that_closes_the_database_is_not() => Assert.Empty(Of(Declared.Change(
        Resource(new() { ["replicateSourceDb"] = Source, ["vpcSecurityGroupIds"] = new JsonArray("open") }), Resource(new() { ["vpcSecurityGroupIds"] = new JsonArray("closed") }))));

    [Fact]
    public async Task A_flip_must_find_standing_what_needs_virginia_or_hours()
    {
        var cold = await Plans.ColdAsync(Plans.Oregon);

        Assert.Empty(Refusals.OfFlip((await Plans.SuddenAsync()).Ups));
        Assert.Contains("backup: aws:eks/cluster:Cluster cluster: has to exist before a failover, and would be changed by it (create)", Refusals.OfFlip(cold.Ups));
    }

    [Fact]
    public async Task A_role_and_a_size_that_change_together_are_refused()
    {
        var standby = Plans.Committed["secondary"].WithDatabase(database => database with { MultiAz = false });
        var active = standby.WithDatabase(database => database with { MultiAz = true, BackupRetentionDays = 15 }) with { Role = Role.Active };
        var planned = await PlannedMove.OfAsync(new Move(Plans.Committed.With(standby)).Then("activate", active, "promote"), Plans.Graphs);

        Assert.Equal(
            ["secondary: aws:rds/instance:Instance database-g1: is promoted together with other changes (backupRetentionPeriod, multiAz, replicateSourceDb), which the promotion or a second call waits for"],
            Refusals.OfChanges(planned.Ups, Plans.Set(Plans.Oregon)));
    }

    /// <summary>All that a region holds would be made anew.</summary>
    [Fact]
    public async Task Moving_a_stack_to_another_region_is_refused()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Backup);
        var moved = graph with { Region = "eu-central-1", Resources = [.. graph.Resources.Select(resource => resource with { Region = resource.Region is null ? null : "eu-central-1" })] };
        var reasons = Refusals.OfChanges([Up(graph, moved, CommittedStacks.Backup)], Plans.Set()).ToList();

        Assert.Contains("backup: aws:s3/bucket:Bucket models: holds objects, and would be replaced: it moves from eu-west-1 to eu-central-1", reasons);
        Assert.Contains(reasons, reason => reason.StartsWith("backup: aws:kms/key:Key ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_property_that_nobody_has_looked_up_is_refused() => Assert.Equal(
        [$"{Database}nobody has said yet what a change of somethingNew does, so it may replace it"],
        Of(Declared.Change(Resource(new() { ["somethingNew"] = "a" }), Resource(new() { ["somethingNew"] = "b" }))));

    [Fact]
    public void What_the_provider_refuses_is_refused() => Assert.Equal(
        [$"{Database}the provider refuses this change of replicateSourceDb"],
        Of(Declared.Change(Resource([]), Resource(new() { ["replicateSourceDb"] = Source }))));

    [Fact]
    public async Task Two_writers_are_refused() => Assert.Equal(
        ["secondary: two regions would write at once, so fence the old one first"],
        Refusals.Of((await Plans.SuddenAsync()).Ups, await Plans.DeclaredAsync(Plans.Committed), Plans.Set()));

    [Fact]
    public async Task Promoting_before_fencing_is_refused_where_the_old_region_answers()
    {
        var ups = (await Plans.GracefulAsync()).Ups;

        Assert.Equal(
            ["secondary, then primary: two regions would write at once, so fence the old one first"],
            Refusals.Of([ups[1], ups[0]], await Plans.DeclaredAsync(Plans.Committed), Plans.Set()));
    }

    [Fact]
    public async Task Of_all_orders_only_fencing_first_is_safe()
    {
        var orders = WriterOrders.Of((await Plans.GracefulAsync()).Ups, await Plans.DeclaredAsync(Plans.Committed), Plans.Set());

        Assert.Equal((2, true), (orders.Checked, orders.IsStatedOrderSafe));
        Assert.Equal(["activate", "fence"], Assert.Single(orders.Unsafe));
    }

    [Fact]
    public async Task Each_stacks_own_ups_keep_their_order()
    {
        var plan = await FailBackPlan.OfAsync(Plans.AfterFailover, "primary", Plans.Graphs);
        var orders = WriterOrders.Of(plan.Ups, await Plans.DeclaredAsync(Plans.AfterFailover), Plans.Set());

        // Three ups of one stack and two of the other: five places, two of which are the other's.
        Assert.Equal((10, true), (orders.Checked, orders.IsStatedOrderSafe));
        Assert.All(orders.Unsafe, order => Assert.True(order.ToList().IndexOf("activate") < order.ToList().IndexOf("fence")));
    }

    private static IReadOnlyList<string> Of(ResourceChange change, params string[] lost)
    {
        var settings = CommittedStacks.Secondary;
        var graph = new StackGraph("secondary", Plans.Virginia, Role.Standby, []);
        return [.. Refusals.OfChanges([new(new("activate", settings, settings, ""), graph, graph, [change with { Stack = "secondary" }])], Plans.Set(lost))];
    }

    private static PlannedUp Up(StackGraph before, StackGraph after, StackSettings settings) =>
        new(new("move", settings, settings, ""), before, after, StackChanges.Between(before, after));

    private static DeclaredResource Resource(JsonObject inputs) => Declared.Database(inputs);

    private static ResourceChange Update(string type, string input, string before, string after) =>
        Declared.Change(Declared.Resource(type, "one", new() { [input] = before }), Declared.Resource(type, "one", new() { [input] = after }));
}
