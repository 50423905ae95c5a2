using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output holds once it is settled. The value of an unknown output means nothing.</summary>
internal readonly record struct OutputData<T>(
    T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData<T> Known(T value, bool isSecret = false) => new(value, true, isSecret, []);

    public static OutputData<T> Unknown(T value = default!) => new(value, false, false, []);

    /// <summary>The same knowledge, secrecy and dependencies around another value.</summary>
    public OutputData<TOther> Around<TOther>(TOther value) => new(value, IsKnown, IsSecret, Resources);

    /// <summary>Taints this value with another's: both must be known, and either's secrecy stays.</summary>
    public OutputData<T> And<TOther>(OutputData<TOther> other) => new(
        Value, IsKnown && other.IsKnown, IsSecret || other.IsSecret, Resources.Union(other.Resources));
}
