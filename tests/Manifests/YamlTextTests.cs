using System.Text.Json.Nodes;
using MlTa.Manifests;
using Xunit;
using YamlDotNet.Serialization;

namespace MlTa.Tests.Manifests;

/// <summary>JSON as YAML, read back by a reader that takes unquoted texts for what they look like.</summary>
public sealed class YamlTextTests
{
    private static readonly IDeserializer s_reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    [Fact]
    public void The_usual_keys_come_first_and_the_others_in_order() => Assert.Equal(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: api
          namespace: ml-ta
          labels:
            app: api
        spec:
          ports:
          - name: http
            port: 80
          type: NodePort

        """,
        Yaml("""
             {"spec":{"type":"NodePort","ports":[{"port":80,"name":"http"}]},"metadata":{"labels":{"app":"api"},"namespace":"ml-ta","name":"api"},
              "kind":"Service","apiVersion":"v1"}
             """));

    [Theory]
    [InlineData("ml-ta-api")]
    [InlineData("/health/active")]
    [InlineData("v1.35")]
    [InlineData("kubernetes.io/metadata.name")]
    public void A_plain_text_stays_plain(string text) => Assert.Equal($"a: {text}\n", Yaml(text));

    [Theory]
    [InlineData("1")]
    [InlineData("1.0.0")]
    [InlineData("0x1F")]
    [InlineData("1e3")]
    [InlineData("12:30")]
    [InlineData("2026-01-01")]
    [InlineData(".inf")]
    [InlineData("-1")]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("no")]
    [InlineData("On")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("[secret]")]
    [InlineData("{}")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("say \"a\"")]
    [InlineData("back\\slash")]
    [InlineData("25%")]
    [InlineData("${aws:ec2/vpc:Vpc::network.id}")]
    [InlineData("tab\there")]
    public void A_text_that_yaml_would_read_as_something_else_is_quoted(string text)
    {
        Assert.StartsWith("a: \"", Yaml(text), StringComparison.Ordinal);
        Assert.Equal(text, Read(Yaml(text)));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\nb\n")]
    [InlineData("a\nb\n\n")]
    [InlineData("a\n\nb\n")]
    [InlineData("  a\nb\n")]
    [InlineData("\na\n")]
    [InlineData("a\n  b: 1\n# c\n")]
    [InlineData("true\n")]
    [InlineData("a \nb")]
    [InlineData("\n")]
    public void A_text_of_several_lines_comes_back_as_it_was(string text) => Assert.Equal(text, Read(Yaml(text)));

    [Fact]
    public void A_text_of_several_lines_can_be_read() => Assert.Equal("a: |\n  b: 1\n  c\n", Yaml("b: 1\nc\n"));

    [Theory]
    [InlineData("1")]
    [InlineData("0.5")]
    [InlineData("true")]
    [InlineData("null")]
    public void What_is_no_text_is_not_quoted(string json)
    {
        var yaml = Yaml($$"""{"a":{{json}}}""", isJson: true);

        Assert.Equal($"a: {json}\n", yaml);
        Assert.IsNotType<string>(Read(yaml));
    }

    [Fact]
    public void What_is_empty_is_there() => Assert.Equal("a: {}\nb: []\n", Yaml("""{"b":[],"a":{}}"""));

    [Fact]
    public void A_key_is_quoted_as_a_text_is() => Assert.Equal("\"1\": a\n\"true\": b\n", Yaml("""{"true":"b","1":"a"}"""));

    [Fact]
    public void A_long_text_is_not_folded()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100));

        Assert.Equal($"a: \"{text}\"\n", Yaml(text));
    }

    private static string Yaml(string jsonOrText) => Yaml(jsonOrText, isJson: jsonOrText.Contains("\":", StringComparison.Ordinal));

    private static string Yaml(string jsonOrText, bool isJson) =>
        YamlText.Of(isJson ? JsonNode.Parse(jsonOrText)! : new JsonObject { ["a"] = jsonOrText });

    private static object? Read(string yaml) => ((IDictionary<object, object?>)s_reader.Deserialize<object>(yaml)!)["a"];
}
