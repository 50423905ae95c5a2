namespace MlTa.Naming;

/// <summary>What is watched and who is told goes by these names: alarms, logs and rules that other regions' dashboards read.</summary>
public static class MonitoringNames
{
    /// <param name="names">The stack that has the alarm.</param>
    /// <param name="about">What it is about.</param>
    public static string Alarm(this RegionNames names, string about) => $"{names.Prefix}-{about}";

    public static string Dashboard(this RegionNames names) => $"{names.Prefix}-recovery";

    /// <summary>Where every change of an alarm is kept. EventBridge's logs begin with <c>/aws/events/</c> by convention.</summary>
    public static string IncidentLog(this RegionNames names) => $"/aws/events/{names.Prefix}-incidents";

    public static string IncidentLogArn(this RegionNames names) => Arns.LogGroup(names.Region, names.Account, names.IncidentLog());

    /// <summary>The rule that counts recovery points that reach the region's vault.</summary>
    public static string ArrivalRule(this RegionNames names) => $"{names.Prefix}-recovery-points";
}
