namespace MlTa.Components.Monitoring;

/// <summary>
/// What it means that a metric says nothing. Decided for the outage and not for the quiet day; and never left open, because
/// CloudWatch's own choice is a state that tells nobody.
/// </summary>
public enum MissingData
{
    /// <summary>The metric always flows: silence is the fault itself, or hides it.</summary>
    IsTheFault,

    /// <summary>The metric counts events: silence is a day on which nothing happened.</summary>
    IsNoEvent,

    /// <summary>Another alarm on the same metric takes silence for the fault already.</summary>
    IsAnotherAlarms,
}
