using System.Globalization;
using System.Text.RegularExpressions;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Does to stack files what a person's commands do: takes them apart as a shell does, and writes values as Pulumi does.</summary>
internal static partial class TypedConfig
{
    public static StackFiles Type(this StackFiles files, IEnumerable<ConfigChange> changes)
    {
        foreach (var stack in changes.GroupBy(change => change.Stack))
        {
            files.Edit(stack.Key, config =>
            {
                foreach (var change in stack)
                {
                    Type(config, Words(change.Command), change.Stack);
                }
            });
        }

        return files;
    }

    /// <summary>
    /// Writes into the stack's file what it leaves to the project's defaults. A path into such a map would make a new one with nothing else in it:
    /// Pulumi merges no deeper than keys.
    /// </summary>
    public static StackFiles SpellOut(this StackFiles files, string stack)
    {
        using var reader = new StringReader(File.ReadAllText(Path.Combine(files.Folder, ProjectFile.FileName)));
        var project = new YamlStream();
        project.Load(reader);
        files.Edit(stack, config =>
        {
            foreach (var (key, declared) in (YamlMappingNode)project.Documents[0].RootNode["config"])
            {
                var full = new YamlScalarNode($"ml-ta:{key}");
                if (declared is YamlMappingNode { Children: var parts } && parts.TryGetValue("default", out var value) && value is YamlMappingNode { Children.Count: > 0 } && !config.Children.ContainsKey(full))
                {
                    config.Add(full, value);
                }
            }
        });
        return files;
    }

    /// <summary>What the stack's own file says, whatever the others say.</summary>
    public static StackSettings Read(this StackFiles files, string stack)
    {
        List<Problem> problems = [];
        var project = ProjectFile.Parse(File.ReadAllText(Path.Combine(files.Folder, ProjectFile.FileName)), problems);
        var file = new StackFile<StackSettings>(stack, project!);
        var settings = file.Parse(File.ReadAllText(PathOf(files, stack)), []);
        Assert.Empty(problems.Concat(file.Problems).Select(problem => problem.ToString()));
        return settings!;
    }

    /// <summary>Another stack's file, to begin with, which leaves the folder.</summary>
    public static StackFiles Rename(this StackFiles files, string from, string to)
    {
        File.Move(PathOf(files, from), PathOf(files, to));
        return files;
    }

    private static void Edit(this StackFiles files, string stack, Action<YamlMappingNode> edit)
    {
        var stream = new YamlStream();
        using (var reader = new StringReader(File.ReadAllText(PathOf(files, stack))))
        {
            stream.Load(reader);
        }

        // A folded text is read as one line, which a long line written again need not be.
        foreach (var text in stream.Documents[0].AllNodes.OfType<YamlScalarNode>().Where(text => text.Style is ScalarStyle.Folded or ScalarStyle.Literal))
        {
            text.Style = ScalarStyle.DoubleQuoted;
        }

        edit((YamlMappingNode)stream.Documents[0].RootNode["config"]);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        stream.Save(writer, assignAnchors: false);
        files.Write(StackFile.NameOf(stack), writer.ToString());
    }

    private static void Type(YamlMappingNode config, List<string> words, string stack)
    {
        var isPath = words.Remove("--path");
        Assert.Equal(["pulumi", "config"], words[..2]);
        Assert.Equal(["--stack", stack], words[^2..]);
        var value = words[2] == "set" ? new YamlScalarNode(words[4]) { Style = IsTyped(words[4]) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted } : null;
        Assert.Equal(value is null ? ["rm"] : ["set"], words[2..3]);
        Assert.Equal(value is null ? 6 : 7, words.Count);
        Put(config, isPath ? [.. SegmentPattern().Matches(words[3]).Select(match => match.Value)] : [words[3]], value);
    }

    /// <summary>A path's text that is true, false or a number becomes one (pulumi, sdk/go/common/resource/config, adjustObjectValue).</summary>
    private static bool IsTyped(string text) => TypedPattern().IsMatch(text);

    private static void Put(YamlNode parent, string[] path, YamlNode? value)
    {
        if (path.Length > 1)
        {
            if (Child(parent, path[0]) is not { } child)
            {
                child = path[1][0] == '[' ? new YamlSequenceNode() : new YamlMappingNode();
                Put(parent, path[..1], child);
            }

            Put(child, path[1..], value);
            return;
        }

        switch (parent, value)
        {
            case (YamlMappingNode map, null):
                Assert.True(map.Children.Remove(new YamlScalarNode(path[0])), $"there is no {path[0]} to remove");
                break;
            case (YamlMappingNode map, _):
                map.Children[new YamlScalarNode(path[0])] = value;
                break;
            case (YamlSequenceNode list, null):
                list.Children.RemoveAt(Index(path[0]));
                break;
            case (YamlSequenceNode list, _) when Index(path[0]) == list.Children.Count:
                list.Add(value);
                break;
            case (YamlSequenceNode list, _):
                list.Children[Index(path[0])] = value;
                break;
            default:
                Assert.Fail($"{path[0]} leads nowhere");
                break;
        }
    }

    private static YamlNode? Child(YamlNode parent, string step) => parent switch
    {
        YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode(step), out var child) ? child : null,
        YamlSequenceNode list => list.Children.ElementAtOrDefault(Index(step)),
        _ => null,
    };

    private static int Index(string step) => int.Parse(step[1..^1], CultureInfo.InvariantCulture);

    private static string PathOf(StackFiles files, string stack) => Path.Combine(files.Folder, StackFile.NameOf(stack));

    private static List<string> Words(string command) =>
        [.. WordPattern().Matches(command).Select(word => QuotePattern().Replace(word.Value, match => match.Groups[1].Value + match.Groups[2].Value))];

    /// <summary>Of single quotes and backslashes, as a shell takes them.</summary>
    [GeneratedRegex(@"(?:'[^']*'|\\.|[^\s'\\])+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"'([^']*)'|\\(.)")]
    private static partial Regex QuotePattern();

    [GeneratedRegex(@"\[[0-9]+\]|[^.\[\]]+")]
    private static partial Regex SegmentPattern();

    [GeneratedRegex(@"^(true|false|0|[1-9][0-9]*)\z")]
    private static partial Regex TypedPattern();
}
