namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Something that could be written into a stack file by mistake, and what notices it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">The stack whose file it is.</param>
/// <param name="Text">A text of the committed file.</param>
/// <param name="Replacement">What is written there instead.</param>
/// <param name="Expected">Keys whose values are refused, as <c>STACK KEY</c>; or else rules that find something in what is declared.</param>
internal sealed record FileMutation(string Name, string File, string Text, string Replacement, params string[] Expected);
