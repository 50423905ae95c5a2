namespace MlTa.Naming;

/// <summary>What the keys of objects begin with, where several write into one bucket.</summary>
public static class ObjectPrefixes
{
    /// <summary>Each cluster writes under its stack's name, so that what replication brings is found under the other's.</summary>
    public static string Velero(string stack) => $"velero/{stack}";
}
