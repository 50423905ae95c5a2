using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>FIS may do what its actions need, to what belongs to the stack, and no more.</summary>
public sealed class ExperimentRightsTests
{
    [Theory]
    [InlineData("primary", "us-west-2", "us-east-1")]
    [InlineData("secondary", "us-east-1", "us-west-2")]
    public async Task It_may_break_what_is_the_stacks_and_nothing_else(string stack, string region, string other)
    {
        Assert.Equal(
            [
                "FindTargets tag:GetResources,rds:DescribeDBInstances,ec2:DescribeInstances,s3:ListAllMyBuckets on * if ",
                $"FailOver rds:RebootDBInstance on arn:aws:rds:{region}:111122223333:db:ml-ta-production* if ",
                $"SeeNodeGroups eks:DescribeNodegroup on arn:aws:eks:{region}:111122223333:nodegroup/ml-ta-{stack}/*/* if ",
                $$$"""TakeNodes ec2:TerminateInstances on arn:aws:ec2:{{{region}}}:111122223333:instance/* if {"StringEquals":{"aws:ResourceTag/Name":["ml-ta-{{{stack}}}-node"]}}""",
                $$$"""PauseReplication s3:PauseReplication on arn:aws:s3:::ml-ta-models-{{{stack}}} if {"StringEquals":{"s3:DestinationRegion":["{{{other}}}"]}}""",
                $$$"""ChangeReplication s3:GetReplicationConfiguration,s3:PutReplicationConfiguration on arn:aws:s3:::ml-ta-models-{{{stack}}} if {"BoolIfExists":{"s3:IsReplicationPauseRequest":["true"]}}""",
                "DeliverLogs logs:CreateLogDelivery,logs:DescribeLogGroups,logs:DescribeResourcePolicies on * if ",
            ],
            (await StatementsAsync(stack, "aws:iam/rolePolicy:RolePolicy")).Select(Text));
    }

    /// <summary>The rights are about a tag, which has to be on every node and on nothing else.</summary>
    [Fact]
    public async Task The_nodes_that_it_may_take_are_tagged_by_their_template()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var tags = graph.Of("aws:ec2/launchTemplate:LaunchTemplate")[0].Inputs["tagSpecifications"].Items()
                .Single(specification => specification["resourceType"]!.GetValue<string>() == "instance")["tags"]!;

            Assert.Equal($"ml-ta-{graph.Stack}-node", tags["Name"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Only_fis_takes_the_role_and_only_the_delivery_of_logs_writes_the_log()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.Equal(
                ("Service", "fis.amazonaws.com"),
                Assert.Single(graph.PolicyStatements().Where(statement => statement.Policy.IsTrust && statement.Policy.Resource.Name == "experiments").SelectMany(statement => statement.Principals)));

            var delivery = Assert.Single(await StatementsAsync(graph.Stack, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy"));
            Assert.Equal([("Service", "delivery.logs.amazonaws.com")], delivery.Principals);
            Assert.Equal([$"arn:aws:logs:{graph.Region}:111122223333:log-group:/aws/vendedlogs/ml-ta-experiments:log-stream:*"], delivery.Resources);
            Assert.Equal(["logs:CreateLogStream", "logs:PutLogEvents"], delivery.Actions);
        }
    }

    private static async Task<IReadOnlyList<FoundStatement>> StatementsAsync(string stack, string type)
    {
        var settings = CommittedStacks.All.Single(settings => settings.Stack == stack);
        return [.. (await DeclaredStacks.OfAsync(settings)).PolicyStatements().Where(statement => statement.Policy.Resource.Type == type && statement.Policy.Resource.Name == "experiments")];
    }

    private static string Text(FoundStatement statement) =>
        $"{statement.Sid} {string.Join(',', statement.Actions)} on {string.Join(',', statement.Resources)} if {(statement.HasCondition ? statement.Json.GetProperty("Condition").GetRawText() : "")}";
}
