namespace MlTa.Settings.Rules;

/// <summary>Each level comes after the one before it, and within what an alarm can look back.</summary>
internal static class EscalationRules
{
    /// <summary>Where outages are noticed later than elsewhere.</summary>
    private const int FirstLevelMinutes = EscalationSettings.MissingHeartbeatsMinutes;

    public static readonly Rule<StackSettings>[] All =
    [
        new("escalation.onCallAfterMinutes", s => IsOutside(s.Escalation.OnCallAfterMinutes, FirstLevelMinutes),
            s => $"where heartbeats are missed the first level is told after {FirstLevelMinutes}, so {Limit}, got {s.Escalation.OnCallAfterMinutes}"),

        new("escalation.managementAfterMinutes", s => IsOutside(s.Escalation.ManagementAfterMinutes, s.Escalation.OnCallAfterMinutes),
            s => $"comes after onCallAfterMinutes ({s.Escalation.OnCallAfterMinutes}), so {Limit}, got {s.Escalation.ManagementAfterMinutes}", "escalation.onCallAfterMinutes"),

        new("escalation.customersAfterMinutes", s => IsOutside(s.Escalation.CustomersAfterMinutes, s.Escalation.ManagementAfterMinutes),
            s => $"comes after managementAfterMinutes ({s.Escalation.ManagementAfterMinutes}), so {Limit}, got {s.Escalation.CustomersAfterMinutes}", "escalation.managementAfterMinutes"),
    ];

    /// <summary>Asked of any two stacks: outages are noticed in more than one region, and all tell the same story.</summary>
    public static readonly PairRule[] Shared =
    [
        PairRule.Shared("escalation.onCallAfterMinutes", s => s.Escalation.OnCallAfterMinutes),
        PairRule.Shared("escalation.managementAfterMinutes", s => s.Escalation.ManagementAfterMinutes),
        PairRule.Shared("escalation.customersAfterMinutes", s => s.Escalation.CustomersAfterMinutes),
    ];

    private static bool IsOutside(int minutes, int previous) => minutes <= previous || minutes > EscalationWindow.MaximumBadMinutes;

    private static string Limit => $"give more, and at most {EscalationWindow.MaximumBadMinutes}, which is as far as an alarm counts";
}
