using System.Diagnostics;
using System.Globalization;

namespace MlTa.Benchmarks;

/// <summary>Compares the CPU time (user and system) of whole processes, each of them this program again.</summary>
internal static class Comparison
{
    private const int WarmUps = 2;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(int runs)
    {
        var times = MeasuredWork.All.Keys.ToDictionary(work => work, _ => new List<double>());
        for (var run = -WarmUps; run < runs; run++)
        {
            // In turns, so that what else the machine does meets all of them alike.
            foreach (var (work, results) in times)
            {
                var time = await MeasureAsync(work);
                if (run >= 0)
                {
                    results.Add(time);
                }
            }
        }

        var baseline = Median(times[MeasuredWork.EmptyStack]);
        Console.WriteLine(FormattableString.Invariant($"{"CPU time, ms",-16}{"median",8}{"least",8}{"most",8}{"ratio",8}   ({runs} runs)"));
        foreach (var (work, results) in times)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{work,-16}{Median(results),8:F0}{results.Min(),8:F0}{results.Max(),8:F0}{Median(results) / baseline,8:F2}"));
        }

        return 0;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static async Task<double> MeasureAsync(string work)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["measured", work])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = await process.StandardError.ReadToEndAsync(patience.Token);
            await output;
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0
                ? double.Parse(error.TrimEnd().Split('\n')[^1], CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{work} ended with {process.ExitCode}: {error}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
