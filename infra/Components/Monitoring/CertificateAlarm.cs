using MlTa.Naming;

namespace MlTa.Components.Monitoring;

public sealed record CertificateAlarmArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    public required Output<string> CertificateArn { get; init; }
}

/// <summary>Notices that a certificate was not renewed. Health checks would not: they accept one that has expired.</summary>
public sealed class CertificateAlarm : ComponentResource
{
    /// <summary>ACM begins to renew 60 days before (ACM user guide, "Managed certificate renewal"): by then it has tried for a month.</summary>
    private const int RenewedByDays = 30;

    /// <summary>Published twice a day.</summary>
    private const int PeriodSeconds = 24 * RecoveryMetric.HourSeconds;

    public CertificateAlarm(string name, CertificateAlarmArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:CertificateAlarm", name, options)
    {
        new Alarm
        {
            Name = name,
            Description = $"The certificate of {args.Names.Region} expires in less than {RenewedByDays} days, or has expired. "
                + "Look in ACM why it was not renewed: its validation record may be gone.",
            Signal = Signal.Of(RecoveryMetric.DaysToExpiry(args.CertificateArn, PeriodSeconds)),
            Is = Comparison.Below,
            Threshold = RenewedByDays,
            BadPeriods = 1,
            Periods = 1,
            // There is no value for a certificate that has expired.
            Silence = MissingData.IsTheFault,
            // A month is left: nobody has to be woken.
            Level = EscalationLevel.AutomatedRecovery,
        }.Declare(this, args.Topics, args.Names);

        RegisterOutputs();
    }
}
