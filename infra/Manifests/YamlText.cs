using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MlTa.Manifests;

/// <summary>JSON as YAML for people: the usual keys first, and a text never looks like anything else.</summary>
internal static partial class YamlText
{
    /// <summary>What a reader wants to know first, of an object, its metadata or a container.</summary>
    private static readonly string[] s_firstKeys = ["apiVersion", "kind", "metadata", "name", "namespace"];

    public static string Of(JsonNode node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(emitter, node);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.OrderBy(entry => RankOf(entry.Key)).ThenBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    emitter.Emit(TextScalar(key));
                    Write(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                emitter.Emit(TextScalar(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    private static int RankOf(string key) => Array.IndexOf(s_firstKeys, key) is >= 0 and var rank ? rank : s_firstKeys.Length;

    private static Scalar TextScalar(string text)
    {
        var style = text.Contains('\n', StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(text) ? ScalarStyle.Literal
            : PlainPattern().IsMatch(text) && !WordPattern().IsMatch(text) ? ScalarStyle.Plain
            : ScalarStyle.DoubleQuoted;
        return new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);
    }

    /// <summary>Narrower than YAML's plain texts: begins as no number does, and has nothing that means something in YAML.</summary>
    [GeneratedRegex(@"\A[A-Za-z/][A-Za-z0-9._/-]*\z")]
    private static partial Regex PlainPattern();

    /// <summary>The words that YAML 1.1, which Kubernetes reads, or 1.2 takes for a boolean or for nothing.</summary>
    [GeneratedRegex(@"\A(true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex WordPattern();
}
