namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<int> RunAsync(Action action) => RunAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync();

    public static Task<int> RunAsync(Func<Task> func) => RunAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RunAsync();

    public static Task<int> RunAsync<TStack>() where TStack : Stack, new() => RunAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider) where TStack : Stack => RunAsync();

    /// <summary>There is nothing here to talk to an engine with, so nothing is declared and no success is claimed.</summary>
    private static async Task<int> RunAsync()
    {
        if (!IsStartedByEngine())
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        await Console.Error.WriteLineAsync(
            """
            Nothing was previewed or deployed: this program was built without the Pulumi SDK, so it cannot talk to the Pulumi engine.
            The packages Pulumi, Pulumi.Aws and Pulumi.Kubernetes were neither in the NuGet cache nor in a feed of this machine, so the
            build took their stand-in, which serves the offline commands and the tests only.
            Add a feed that carries them, as the public NuGet gallery does, and run this again;
            `dotnet build -p:PulumiSdk=nuget infra` shows what is missing.
            """).ConfigureAwait(false);
        Environment.ExitCode = 1;
        return 1;
    }

    private static bool IsStartedByEngine()
    {
        return IsSet("MONITOR") && IsSet("ENGINE") && IsSet("PROJECT") && IsSet("STACK")
            && bool.TryParse(Variable("DRY_RUN"), out _)
            && bool.TryParse(Variable("QUERY_MODE"), out _)
            && int.TryParse(Variable("PARALLEL"), out _);

        static bool IsSet(string name) => Variable(name) is { Length: > 0 };

        static string? Variable(string name) => Environment.GetEnvironmentVariable($"PULUMI_{name}");
    }
}
