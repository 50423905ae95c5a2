using MlTa.Components.Workloads;

namespace MlTa.Components.Validation;

/// <summary>One script of checks, and what it is told.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Image">Has the tools that the script needs.</param>
/// <param name="Variables">Its environment.</param>
/// <param name="SecretVariables">The same, with keys of the connection secret for values.</param>
/// <param name="StartsAfter">What it checks.</param>
internal sealed record Check(
    string Name, ContainerImage Image, IReadOnlyDictionary<string, string> Variables, IReadOnlyDictionary<string, string> SecretVariables, IReadOnlyList<Resource> StartsAfter)
{
    public string Script => $"{Name}.sh";
}
