using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Findings;

/// <summary>A resource, and the stack that declares it.</summary>
internal sealed record PlacedResource(JudgedStack Stack, DeclaredResource Resource)
{
    /// <summary>Of a database.</summary>
    public string DatabaseArn => Arns.Database(Stack.Region, Stack.Settings.Account, Resource.Inputs.Text("identifier") ?? "");

    public Gap Gap(string problem) => Stack.Gap(Resource, problem);
}
