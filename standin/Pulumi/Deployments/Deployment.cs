using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One evaluation of a program. Each flows with its own asynchronous calls, so many can run at once.</summary>
public sealed partial class Deployment
{
    /// <summary>Tells the CLI's language host that the error has been shown.</summary>
    private const int AlreadyReported = 32;
    private static readonly AsyncLocal<DeploymentInstance?> s_instance = new();
    private Stack? _stack;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory;
        IsDryRun = options?.IsPreview ?? true;
        Monitor = new(this, mocks);
    }

    public static DeploymentInstance Instance => s_instance.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static Deployment? Current => s_instance.Value?.Deployment;

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    internal bool IsDryRun { get; }

    internal MockMonitor Monitor { get; }

    internal InFlight InFlight { get; } = new();

    internal ConcurrentQueue<string> Errors { get; } = new();

    internal ImmutableDictionary<string, string> Config { get; } = ConfigVariables.Read();

    internal Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    private static async Task<ImmutableArray<Resource>> EvaluateAsync(IMocks mocks, TestOptions? options, Func<Stack> program)
    {
        if (s_instance.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var deployment = new Deployment(mocks, options);
        // Ends with this method, because it is asynchronous: the caller's own evaluation is none of ours.
        s_instance.Value = new(deployment);
        await deployment.RunAsync(program).ConfigureAwait(false);

        return deployment.Errors.ToArray() switch
        {
            [] => [.. deployment.Monitor.Resources],
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private async Task RunAsync(Func<Stack> program)
    {
        ImmutableArray<Exception> failures;
        try
        {
            program().RegisterPropertyOutputs();
            failures = await InFlight.WaitAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures = [exception];
        }

        foreach (var failure in failures)
        {
            Errors.Enqueue(Describe(failure));
            Environment.ExitCode = AlreadyReported;
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException => exception.Message,
        ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };
}
