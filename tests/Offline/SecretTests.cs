using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Aws.Rds;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>A secret is shown as <c>[secret]</c>, and its value is nowhere in the graph.</summary>
public sealed class SecretTests
{
    private const string Value = "hunter2";

    private static readonly Output<string> s_secret = Output.CreateSecret(Value);

    private static readonly Dictionary<string, VolumeArgs> s_places = new()
    {
        ["label"] = new() { Label = s_secret },
        ["size"] = new() { Size = s_secret.Apply(text => text.Length) },
        ["zones"] = new() { Zones = { "a", s_secret } },
        ["tags"] = new() { Tags = { ["a"] = s_secret } },
        ["mount"] = new() { Mount = new MountArgs { Path = s_secret } },
        ["mounts"] = new() { Mounts = { new MountArgs { Path = "/" }, new MountArgs { Path = s_secret } } },
        ["access"] = new() { Access = s_secret },
        ["anything"] = new() { Anything = Output.Create<object>(new Dictionary<string, object> { ["a"] = new List<object> { s_secret } }) },
        ["document"] = new() { Document = Output.JsonSerialize(Output.Create<object>(new[] { s_secret })).Apply(json => System.Text.Json.JsonDocument.Parse(json).RootElement) },
    };

    public static TheoryData<string> Places { get; } = [.. s_places.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task It_is_not_shown_wherever_it_is(string input)
    {
        var graph = await Evaluated.Graph(() => _ = new Volume("disk", s_places[input]));

        Assert.Equal("""{"INPUT":"[secret]"}""".Replace("INPUT", input, StringComparison.Ordinal), graph.Named("disk").Inputs.ToJsonString());
    }

    [Fact]
    public async Task It_is_not_shown_within_a_text() => Assert.Equal(
        "\"[secret]\"", await Evaluated.Input("disk", "label", () => _ = new Volume("disk", new() { Label = Output.Format($"password {s_secret}") })));

    [Fact]
    public async Task Other_inputs_are_shown() => Assert.Equal(
        """{"label":"[secret]","size":1}""",
        (await Evaluated.Resource("disk", () => _ = new Volume("disk", new() { Label = s_secret, Size = 1 }))).Inputs.ToJsonString());

    [Fact]
    public async Task What_the_schema_calls_secret_is_one_even_if_given_as_plain_text()
    {
        var database = await Evaluated.Resource("database", () => _ = new Instance("database", new() { InstanceClass = "db.r6g.large", Password = Value }));

        Assert.Equal("""{"instanceClass":"db.r6g.large","password":"[secret]"}""", database.Inputs.ToJsonString());
    }

    [Fact]
    public async Task It_is_not_shown_where_a_provider_has_it() => Assert.Equal(
        "\"[secret]\"",
        await Evaluated.Input("here", "defaults", () => _ = new SampleProvider("here", new() { Defaults = new DefaultsArgs { Tags = { ["a"] = s_secret } } })));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task It_is_not_shown_by_those_who_take_it_from_another_resource(string input)
    {
        var graph = await Evaluated.Graph(() =>
        {
            var source = new Volume("source", s_places[input]);
            _ = new Volume("disk", input switch
            {
                "label" => new() { Label = Output.Format($"password {source.Label}") },
                "size" => new() { Size = source.Size },
                "zones" => new() { Zones = source.Zones },
                "tags" => new() { Tags = source.Tags },
                "mount" => new() { Label = source.Mount.Apply(mount => mount.Path) },
                "mounts" => new() { Label = source.Mounts.Apply(mounts => mounts[1].Path) },
                "access" => new() { Access = source.Access },
                "document" => new() { Label = source.Document.Apply(document => document[0].GetString()!) },
                _ => new() { Label = s_secret },
            });
        });

        Assert.Equal("[secret]", Assert.Single(graph.Named("disk").Inputs).Value!.GetValue<string>());
        Assert.DoesNotContain(Value, string.Concat(graph.Resources), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_makes_a_dependency_as_any_other_output_does()
    {
        var disk = await Evaluated.Resource("disk", () => _ = new Volume("disk", new() { Label = Output.CreateSecret(new Volume("source").Id) }));

        Assert.Equal([$"{Evaluated.UrnStart}sample:index:Volume::source"], disk.DataDependsOn);
        Assert.Equal("[secret]", disk.Inputs["label"]!.GetValue<string>());
    }
}
