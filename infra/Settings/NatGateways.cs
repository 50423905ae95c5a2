namespace MlTa.Settings;

/// <summary>How private subnets reach the internet. AWS charges for each gateway by the hour and the gigabyte.</summary>
public enum NatGateways
{
    /// <summary>Not at all: enough for a stack that only keeps copies.</summary>
    None,

    /// <summary>One for the region. Losing its zone cuts off the others.</summary>
    One,

    /// <summary>One in each zone, so that a lost zone takes nothing with it. Each takes an Elastic IP address, of which an account has five by default.</summary>
    PerZone,
}
