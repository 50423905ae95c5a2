using System.Globalization;
using MlTa.Benchmarks;

return args switch
{
    ["measured", var work] => await MeasuredWork.RunAsync(work),
    [] => await Comparison.RunAsync(runs: 15),
    [var runs] when int.TryParse(runs, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100 => await Comparison.RunAsync(number),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks [RUNS], 1 to 100");
    return 2;
}
