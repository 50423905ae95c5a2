namespace MlTa.Components.Monitoring;

/// <summary>One metric of CloudWatch, as an alarm or a dashboard reads it.</summary>
/// <param name="Namespace">The service that publishes it.</param>
/// <param name="Name">The metric.</param>
/// <param name="Statistic">How the values of a period become one.</param>
/// <param name="PeriodSeconds">The period, a multiple of 60.</param>
/// <param name="Dimensions">What it is about.</param>
public sealed record WatchedMetric(
    string Namespace, string Name, string Statistic, int PeriodSeconds, IReadOnlyDictionary<string, Output<string>> Dimensions);
