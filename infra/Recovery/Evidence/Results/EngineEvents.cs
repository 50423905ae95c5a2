using System.Text.Json;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>
/// What <c>pulumi up --json</c> printed, one event a line (pulumi/pulumi, sdk/go/common/apitype/events.go). Of what the events hold, only which
/// resource was changed when is kept: inputs, outputs and messages may hold what is nobody's business.
/// </summary>
internal sealed class EngineEvents
{
    private readonly Dictionary<string, (DateTimeOffset At, EventChange Change)> _begun = [];
    private readonly List<(EventChange Change, DateTimeOffset StartedAt, DateTimeOffset FinishedAt)> _done = [];
    private readonly List<string> _failed = [];

    /// <summary>The changes that were made, each with its time.</summary>
    public IReadOnlyList<(EventChange Change, DateTimeOffset StartedAt, DateTimeOffset FinishedAt)> Done => _done;

    /// <summary>The last that was heard of any resource; null if nothing was.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Whether there is any event of an <c>up</c>.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether the last <c>up</c> came to its end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The resources that failed, by type and name.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>Whether the engine reported an error of another kind.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Takes one event. Those of the preview before the <c>up</c>, and of kinds that say nothing about time, are left out.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public void Take(JsonElement line)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(line.GetProperty("timestamp").TryGetInt64(out var seconds) && seconds is > 0 and <= LastSecond ? seconds : throw new JsonException());
        if (line.TryGetProperty("resourcePreEvent", out var begins) && !IsPlanned(begins))
        {
            var change = EventChange.Of(begins.GetProperty("metadata"));
            _begun[change.Key] = (at, change);
            Hear(at);
        }
        else if (line.TryGetProperty("resOutputsEvent", out var ends) && !IsPlanned(ends))
        {
            var change = EventChange.Of(ends.GetProperty("metadata"));
            if (_begun.Remove(change.Key, out var begun))
            {
                _done.Add((begun.Change, begun.At, at));
            }

            Hear(at);
        }
        else if (line.TryGetProperty("resOpFailedEvent", out var fails))
        {
            _failed.Add(EventChange.Of(fails.GetProperty("metadata")).Name);
            Hear(at);
        }
        else if (line.TryGetProperty("preludeEvent", out _))
        {
            HasEnded = false;
        }
        else if (line.TryGetProperty("summaryEvent", out var summary))
        {
            HasEnded = !(summary.TryGetProperty("isPreview", out var isPreview) && isPreview.GetBoolean());
        }
        else
        {
            HasErrors |= line.TryGetProperty("errorEvent", out _)
                || (line.TryGetProperty("diagnosticEvent", out var diagnostic) && diagnostic.TryGetProperty("severity", out var severity) && severity.GetString() == "error");
        }
    }

    /// <summary>The year 9999, after which .NET has no times.</summary>
    private const long LastSecond = 253_402_300_799;

    private void Hear(DateTimeOffset at)
    {
        Any = true;
        LastAt = LastAt > at ? LastAt : at;
    }

    private static bool IsPlanned(JsonElement step) => step.TryGetProperty("planning", out var planning) && planning.GetBoolean();
}
