namespace MlTa.Naming;

/// <summary>The subnets of one availability zone.</summary>
public sealed record ZoneAddresses(string Zone, AddressRange Private, AddressRange Public);
