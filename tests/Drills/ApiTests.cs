using System.Text.RegularExpressions;
using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>api.sh against an API on loopback.</summary>
public sealed partial class ApiTests
{
    private const int Good = 200;
    private const int Unavailable = 503;

    private static readonly (string Check, string Path)[] s_checks =
    [
        ("api-live", HealthPaths.Live),
        ("api-ready", HealthPaths.Ready),
        ("api-database", HealthPaths.Database),
        ("api-redis", HealthPaths.Redis),
        ("api-models", HealthPaths.Models),
        ("api-active", HealthPaths.Active),
    ];

    [NeedsCurl]
    public async Task Every_path_of_the_contract_is_asked_for_once_if_all_are_good()
    {
        using var api = new AnsweringApi((_, _) => Good);
        var results = await CheckAsync(api.Url);

        Assert.Equal(s_checks.Select(check => check.Path), api.Asked);
        Assert.Equal(
            (0, string.Concat(s_checks.Select(check => $$"""{"check":"{{check.Check}}","passed":true,"measured":200,"limit":200,"unit":"status","detail":"{{check.Path}} answered 200"}{{"\n"}}"""))),
            (results.ExitCode, results.Output));
    }

    [NeedsCurl]
    public async Task What_is_not_ready_at_first_is_asked_again()
    {
        using var api = new AnsweringApi((path, times) => path == HealthPaths.Models && times == 1 ? Unavailable : Good);
        var results = await CheckAsync(api.Url);

        Assert.Empty(results.Failures);
        Assert.Equal((0, s_checks.Length, s_checks.Length + 1), (results.ExitCode, results.Lines.Count, api.Asked.Count()));
    }

    [NeedsCurl]
    public async Task One_that_stays_bad_fails_alone()
    {
        using var api = new AnsweringApi((path, _) => path == HealthPaths.Active ? Unavailable : Good);
        var results = await CheckAsync(api.Url);

        Assert.Equal(["api-active: /health/active answered 503 at 2 attempts, expected 200"], results.Failures);
        Assert.Equal((1, s_checks.Length, 503m), (results.ExitCode, results.Lines.Count, results.Of("api-active").Measured));
    }

    [NeedsCurl]
    public async Task An_api_that_is_down_cannot_be_checked() => NothingChecked(
        await CheckAsync($"http://127.0.0.1:{RunningServer.FreePort()}"), "curl: (7) Failed to connect to 127.0.0.1 port");

    [NeedsCurl]
    public async Task An_api_that_says_nothing_is_not_waited_for()
    {
        using var api = new AnsweringApi((_, _) => null);

        NothingChecked(await CheckAsync(api.Url, ("ANSWER_SECONDS", "0.2")), "curl: (28) Operation timed out after");
    }

    /// <summary>Worth a line of its own in the report, as the others are good.</summary>
    [NeedsCurl]
    public async Task One_path_that_says_nothing_fails_alone()
    {
        using var api = new AnsweringApi((path, _) => path == HealthPaths.Redis ? null : Good);
        var results = await CheckAsync(api.Url, ("ANSWER_SECONDS", "0.5"));

        Assert.Equal(["api-redis"], results.Lines.Where(line => !line.Passed).Select(line => line.Check));
        Assert.Equal(2, results.ExitCode);
    }

    [NeedsShell]
    public async Task Without_curl_or_the_url_nothing_can_be_checked()
    {
        using var folder = new CheckFolder();

        Assert.Equal(
            s_checks.Select(check => $"{check.Check}: could not be checked: curl is not installed here"),
            (await folder.RunAsync("api.sh", ("API_URL", "http://127.0.0.1"))).Failures);
        Assert.Equal(
            s_checks.Select(check => $"{check.Check}: could not be checked: API_URL is not set"),
            (await folder.RunAsync("api.sh")).Failures);
    }

    /// <summary>curl's own words differ from one version to the next.</summary>
    private static void NothingChecked(CheckResults results, string reason)
    {
        Assert.Equal(2, results.ExitCode);
        Assert.Equal(s_checks.Select(check => check.Check), results.Lines.Select(line => line.Check));
        Assert.All(s_checks, check =>
        {
            Assert.StartsWith($"could not be checked: {check.Path}: {reason}", results.Of(check.Check).Detail, StringComparison.Ordinal);
            Assert.Matches(Attempts(), results.Of(check.Check).Detail);
        });
    }

    private static async Task<CheckResults> CheckAsync(string url, params (string Name, string Value)[] different)
    {
        using var folder = new CheckFolder().WithProgram("curl");
        return await folder.RunAsync("api.sh", [("API_URL", url), ("ATTEMPTS", "2"), ("PAUSE_SECONDS", "0"), .. different]);
    }

    [GeneratedRegex(" at 2 attempts$")]
    private static partial Regex Attempts();
}
