namespace MlTa.Components.Monitoring;

/// <summary>On which side of its threshold an alarm is.</summary>
public enum Comparison
{
    Below,
    Above,
}
