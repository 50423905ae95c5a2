using System.Reflection;
using System.Text;
using MlTa.Commands;
using MlTa.Manifests;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>Every secret setting, with a value that is easy to find again in any form: whatever is written, none of them is in it.</summary>
public sealed class SecretHygieneTests
{
    private static readonly IReadOnlyList<PropertyInfo> s_secrets =
        [.. typeof(StackSettings).GetProperties().Where(property => property.PropertyType == typeof(SecretText))];

    public static TheoryData<string> Forms { get; } = ["text", "diff", "json", "kubernetes"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task No_secret_is_in_what_is_written(string form)
    {
        Assert.NotEmpty(s_secrets);
        foreach (var settings in CommittedStacks.All.Append(CommittedStacks.Secondary with { Role = Role.Active }))
        {
            var graph = await OfflineRun.EvaluateAsync(WithMarkers(settings));
            var written = Write(graph, form);

            Assert.All(s_secrets, secret => Assert.All(
                FormsOf(secret), marker => Assert.DoesNotContain(marker, written, StringComparison.OrdinalIgnoreCase)));
            Assert.True(form is "text" || (form is "kubernetes" && settings.Tier == Tier.Archive) || written.Contains(SecretText.Redacted, StringComparison.Ordinal), $"{settings.Stack} has no secret");
        }
    }

    /// <summary>Otherwise a secret that is used nowhere would make the test above look better than it is.</summary>
    [Fact]
    public async Task Every_secret_is_used_somewhere()
    {
        foreach (var secret in s_secrets)
        {
            var settings = CommittedStacks.All.Select(stack =>
            {
                var copy = stack with { };
                secret.SetValue(copy, null);
                return copy;
            });

            Assert.True((await Task.WhenAll(settings.Select(FailsAsync))).Any(failed => failed), secret.Name);
        }
    }

    [Theory]
    [InlineData("--diff")]
    [InlineData("--json")]
    [InlineData("--kubernetes")]
    public async Task No_secret_of_the_command_line_is_in_what_is_written(string option)
    {
        (string Key, string Value)[] given =
        [
            ("databasePassword", "hunter2-database"),
            ("cacheToken", "hunter2-cache-token-0123456789"),
            ("onCallPhone", "+15550100001"),
            ("deputyPhone", "+15550100002"),
            ("commanderPhone", "+15550100003"),
            ("pagerUrl", "https://events.pager.example/hunter2-pager"),
        ];
        Assert.Equal(s_secrets.Select(secret => secret.Name.ToLowerInvariant()).Order(), given.Select(secret => secret.Key.ToLowerInvariant()).Order());

        var room = Directory.CreateTempSubdirectory("ml-ta-secrets-");
        try
        {
            var folder = Path.Combine(room.FullName, "out");
            string[] how = option == "--kubernetes" ? [option, folder] : [option];
            foreach (var stack in (string[])["primary", "secondary"])
            {
                var typed = await Typed.Good(["-s", stack, .. how, .. given.SelectMany(secret => (string[])["-c", $"{secret.Key}={secret.Value}"])]);
                var written = typed.Output + typed.Error + Contents(folder);

                Assert.All(given, secret => Assert.DoesNotContain(secret.Value, written, StringComparison.Ordinal));
                Assert.Contains(SecretText.Redacted, written, StringComparison.Ordinal);
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    private static StackSettings WithMarkers(StackSettings settings)
    {
        var copy = settings with { };
        foreach (var secret in s_secrets)
        {
            secret.SetValue(copy, SecretText.Of(MarkerOf(secret)));
        }

        return copy;
    }

    /// <summary>With characters that are something else in an address, in JSON and in YAML.</summary>
    private static string MarkerOf(PropertyInfo secret) => $"hush{secret.Name}/:@%&\"'\n#end";

    private static IEnumerable<string> FormsOf(PropertyInfo secret) =>
        [$"hush{secret.Name}", Uri.EscapeDataString(MarkerOf(secret)), Convert.ToBase64String(Encoding.UTF8.GetBytes(MarkerOf(secret)))];

    private static string Write(StackGraph graph, string form)
    {
        var output = new StringWriter();
        switch (form)
        {
            case "json":
                PreviewJson.Write([graph], output);
                break;
            case "kubernetes":
                output.Write(string.Concat(KubernetesManifests.Of(graph).Select(file => file.Name + file.Text)));
                break;
            default:
                PreviewText.Write([graph], [], form == "diff", output);
                break;
        }

        return output.ToString();
    }

    private static async Task<bool> FailsAsync(StackSettings settings)
    {
        try
        {
            await OfflineRun.EvaluateAsync(settings);
            return false;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static string Contents(string folder) =>
        Directory.Exists(folder) ? string.Concat(Directory.EnumerateFiles(folder).Select(File.ReadAllText)) : "";
}
