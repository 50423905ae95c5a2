namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Something that could be declared by mistake, and what notices it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Change">Makes it wrong.</param>
/// <param name="Rules">The rules that find it, and no others do.</param>
internal sealed record GraphMutation(string Name, Action<ChangedStacks> Change, params string[] Rules);
