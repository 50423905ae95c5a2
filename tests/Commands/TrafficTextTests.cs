using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>The part of the preview that tells where users are sent.</summary>
public sealed class TrafficTextTests
{
    [Fact]
    public async Task It_tells_where_names_lead_and_what_is_asked()
    {
        var lines = await LinesAsync();

        Assert.All<string>(
            [
                "api.ml-ta.com PRIMARY api.us-west-2.ml-ta.com /health/active 10 s",
                "api.ml-ta.com SECONDARY api.us-east-1.ml-ta.com /health/active 10 s",
                "api.us-west-2.ml-ta.com ALB in us-west-2 /health 30 s",
                "status.ml-ta.com ml-ta.statuspage.example",
            ],
            line => Assert.Contains(line, lines));
    }

    [Fact]
    public async Task After_a_failover_it_tells_what_is_pinned()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "ml-ta:role: active", "ml-ta:role: fenced")
            .Replace("Pulumi.secondary.yaml", "ml-ta:role: standby", "ml-ta:role: active");
        var lines = Lines(await Typed.Run("preview", "-C", files.Folder));

        Assert.Contains("api.ml-ta.com PRIMARY api.us-west-2.ml-ta.com pinned, never answered", lines);
        Assert.Contains("api.ml-ta.com SECONDARY api.us-east-1.ml-ta.com none, always answered", lines);
        Assert.Contains("/health/active pinned", lines);
    }

    [Fact]
    public async Task Of_an_archive_it_tells_nothing() => Assert.DoesNotContain(
        await LinesAsync("-s", "backup"), line => line.StartsWith("Name Leads to", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> LinesAsync(params string[] arguments) => Lines(await Typed.Good(["preview", .. arguments]));

    private static IReadOnlyList<string> Lines(Typed typed) =>
        [.. typed.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
