namespace MlTa.Recovery.Changes.Facts;

/// <summary>What the stacks' providers are told. Region and default tags of one for AWS are left out: they change what all its resources are.</summary>
internal static class ProviderFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        // How it calls AWS, which no resource keeps; that no change of these makes another provider is assumed.
        new("pulumi:providers:aws", "assumed")
        {
            InPlace = ["allowedAccountIds", "maxRetries", "skipCredentialsValidation", "skipRegionValidation"],
        },
        new("pulumi:providers:kubernetes", "pulumi-kubernetes, provider/pkg/provider/provider.go, DiffConfig")
        {
            // With an identifier that stays, no other change makes it another cluster's.
            Replacing = ["clusterIdentifier"],
            InPlace = ["deleteUnreachable", "enableSecretMutable", "enableServerSideApply", "kubeconfig", "skipUpdateUnreachable"],
        },
    ];
}
