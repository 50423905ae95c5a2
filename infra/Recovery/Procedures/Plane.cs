namespace MlTa.Recovery.Procedures;

/// <summary>Which part of a service does it. AWS builds data planes to go on when control planes fail (AWS fault isolation boundaries).</summary>
public enum Plane
{
    /// <summary>People, and what runs on their machines.</summary>
    None,

    Data,

    Control,
}
