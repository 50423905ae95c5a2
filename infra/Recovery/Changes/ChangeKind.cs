namespace MlTa.Recovery.Changes;

/// <summary>What an <c>up</c> does with one resource.</summary>
public enum ChangeKind
{
    Create,

    /// <summary>In place.</summary>
    Update,

    /// <summary>A replica stops following its source and becomes a database of its own, in place.</summary>
    Promote,

    /// <summary>A new one is made, and the old one deleted.</summary>
    Replace,

    Delete,

    /// <summary>It leaves the stack and stays in AWS.</summary>
    Retain,

    /// <summary>The provider refuses it whenever it is tried.</summary>
    Impossible,

    /// <summary>Nobody has said yet what the change of a property does, so it counts as the worst.</summary>
    Unknown,
}
