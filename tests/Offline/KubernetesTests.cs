using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>What is in a cluster: where it is, and what of it is secret.</summary>
public sealed class KubernetesTests
{
    private const string Password = "hunter2";

    [Fact]
    public async Task A_provider_and_its_objects_are_where_the_cluster_is()
    {
        var graph = await Evaluated.Graph(() => Declare(region: "eu-west-1"));

        Assert.Equal("eu-west-1", graph.Named("kubernetes").Region);
        Assert.Equal("eu-west-1", graph.Named("settings").Region);
    }

    [Fact]
    public async Task An_object_is_of_the_kind_and_the_version_of_its_class()
    {
        var settings = (await Evaluated.Graph(() => Declare())).Named("settings");

        Assert.Equal(("v1", "ConfigMap"), (settings.Inputs["apiVersion"]!.GetValue<string>(), settings.Inputs["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_provider_that_knows_no_cluster_is_nowhere() => Assert.Null((await Evaluated.Resource(
        "kubernetes", () => _ = new Pulumi.Kubernetes.Provider("kubernetes", new() { KubeConfig = "{}" }))).Region);

    [Fact]
    public async Task Of_a_secret_only_the_keys_are_shown() => Assert.Equal(
        """{"password":"[secret]","user":"[secret]"}""",
        await SecretInput("stringData", new() { StringData = { ["user"] = "ml", ["password"] = Output.CreateSecret(Password) } }));

    /// <summary>The SDK marks them where it can; whoever writes another one must not depend on it.</summary>
    [Theory]
    [InlineData("data")]
    [InlineData("stringData")]
    public async Task The_values_of_a_secret_are_not_shown_if_nobody_marked_them(string input) => Assert.Equal(
        """{"password":"[secret]"}""",
        await SecretInput(input, input == "data" ? new() { Data = { ["password"] = Password } } : new() { StringData = { ["password"] = Password } }));

    [Fact]
    public async Task What_belongs_to_others_is_shown_as_it_is() => Assert.Equal(
        """{"colour":"blue"}""",
        await Evaluated.Input("settings", "data", () => Declare()));

    [Fact]
    public async Task A_marked_value_outside_of_a_secret_takes_all_of_its_input_with_it() => Assert.Equal(
        "\"[secret]\"",
        await Evaluated.Input("map", "data", () => _ = new ConfigMap("map", new() { Data = { ["colour"] = "blue", ["password"] = Output.CreateSecret(Password) } })));

    private static Task<string> SecretInput(string input, SecretArgs args) => Evaluated.Input("secret", input, () => _ = new Secret("secret", args));

    private static void Declare(string region = "us-west-2")
    {
        var aws = new Pulumi.Aws.Provider("aws", new() { Region = region }, (CustomResourceOptions?)null);
        var cluster = new Pulumi.Aws.Eks.Cluster("cluster", new()
        {
            Name = "mine",
            RoleArn = "arn:aws:iam::111122223333:role/cluster",
            VpcConfig = new Pulumi.Aws.Eks.Inputs.ClusterVpcConfigArgs { SubnetIds = { "subnet-a" } },
        }, new() { Provider = aws });
        var kubernetes = new Pulumi.Kubernetes.Provider("kubernetes", new() { KubeConfig = cluster.Endpoint });
        _ = new ConfigMap("settings", new() { Data = { ["colour"] = "blue" } }, new() { Provider = kubernetes });
    }
}
