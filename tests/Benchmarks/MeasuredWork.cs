using System.Globalization;
using System.Runtime.CompilerServices;
using MlTa.Commands;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Benchmarks;

/// <summary>What a child process does. Its last line on standard error is the CPU time of the whole process so far, in milliseconds.</summary>
internal static class MeasuredWork
{
    public const string EmptyStack = "empty stack";

    /// <summary>By the name under which the result is shown.</summary>
    public static IReadOnlyDictionary<string, Func<Task>> All { get; } = new Dictionary<string, Func<Task>>
    {
        [EmptyStack] = EvaluateEmptyStackAsync,
        ["preview"] = () => TypeAsync("preview"),
        ["preview --json"] = () => TypeAsync("preview", "--json"),
        ["failover"] = () => TypeAsync("failover", "--to", "secondary"),
        ["assess"] = () => TypeAsync("assess", "--today", "2026-11-23"),
    };

    public static async Task<int> RunAsync(string work)
    {
        await All[work]();
        await Console.Error.WriteLineAsync(Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>What any Pulumi program costs that runs under mocks: no settings are read, and nothing is declared or written.</summary>
    private static Task EvaluateEmptyStackAsync()
    {
        var settings = (StackSettings)RuntimeHelpers.GetUninitializedObject(typeof(StackSettings));
        return OfflineRun.EvaluateAsync(settings with { Project = "ml-ta", Stack = "empty", Region = "us-west-2", Account = "111122223333" }, () => { });
    }

    private static async Task TypeAsync(string command, params string[] options)
    {
        var exitCode = await CommandLine.RunAsync([command, "-C", Path.Combine(AppContext.BaseDirectory, "stacks"), .. options], Console.Out, Console.Error);
        if (exitCode != ExitCode.Good)
        {
            throw new InvalidOperationException($"{command} ended with {exitCode}");
        }
    }
}
