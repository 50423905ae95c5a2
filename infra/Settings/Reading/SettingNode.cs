namespace MlTa.Settings.Reading;

/// <summary>A value as it was written down, before anybody asked what it should be.</summary>
public abstract record SettingNode
{
    /// <summary>What an error message may show of the value.</summary>
    public abstract string Shown { get; }
}

public sealed record ScalarNode(string Text) : SettingNode
{
    public override string Shown => $"'{Text}'";
}

public sealed record ListNode(IReadOnlyList<SettingNode> Items) : SettingNode
{
    public override string Shown => "a list";
}

public sealed record MapNode(IReadOnlyDictionary<string, SettingNode> Entries) : SettingNode
{
    public override string Shown => "a map";
}

public sealed record NullNode : SettingNode
{
    public override string Shown => "null";
}

/// <summary>A value that Pulumi encrypted. Only the engine can read it.</summary>
public sealed record EncryptedNode : SettingNode
{
    public override string Shown => "an encrypted value";
}
