namespace MlTa.Recovery.Changes;

/// <summary>What the change of one input does to the resource that has it.</summary>
public enum PropertyEffect
{
    InPlace,

    Replace,

    /// <summary>The provider refuses every change of it on a resource that exists.</summary>
    Refused,

    /// <summary>No source has been found yet.</summary>
    Unknown,
}
