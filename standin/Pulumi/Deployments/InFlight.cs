using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Everything that an evaluation still waits for.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _isAwaited;

    public void Add(Task task)
    {
        lock (_gate)
        {
            _running++;
        }

        task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing runs any more, or something has failed: the rest may then never finish.</summary>
    public async Task<ImmutableArray<Exception>> WaitAsync()
    {
        lock (_gate)
        {
            _isAwaited = true;
            SettleIfDone();
        }

        await _settled.Task.ConfigureAwait(false);
        lock (_gate)
        {
            return [.. _failures.Distinct()];
        }
    }

    private void Finish(Task task)
    {
        lock (_gate)
        {
            _running--;
            _failures.AddRange(task.Exception?.InnerExceptions ?? []);
            SettleIfDone();
        }
    }

    private void SettleIfDone()
    {
        if (_isAwaited && (_running == 0 || _failures.Count > 0))
        {
            _settled.TrySetResult();
        }
    }
}
