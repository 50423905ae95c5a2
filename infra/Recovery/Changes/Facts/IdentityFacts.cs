namespace MlTa.Recovery.Changes.Facts;

/// <summary>IAM, KMS and certificates.</summary>
internal static class IdentityFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:acm/certificate:Certificate", "internal/service/acm/certificate.go")
        {
            Replacing = ["certificateAuthorityArn", "domainName", "keyAlgorithm", "subjectAlternativeNames", "validationMethod", "validationOptions"],
            InPlace = ["tags"],
        },
        new("aws:acm/certificateValidation:CertificateValidation", "internal/service/acm/certificate_validation.go")
        {
            Replacing = ["certificateArn", "validationRecordFqdns"],
        },
        new("aws:iam/role:Role", "internal/service/iam/role.go")
        {
            Replacing = ["name", "namePrefix", "path"],
            InPlace = ["assumeRolePolicy", "description", "maxSessionDuration", "permissionsBoundary", "tags"],
        },
        new("aws:iam/rolePolicy:RolePolicy", "internal/service/iam/role_policy.go")
        {
            Replacing = ["name", "namePrefix", "role"],
            InPlace = ["policy"],
        },
        new("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "internal/service/iam/role_policy_attachment.go")
        {
            Replacing = ["policyArn", "role"],
        },
        new("aws:kms/alias:Alias", "internal/service/kms/alias.go")
        {
            Replacing = ["name", "namePrefix"],
            InPlace = ["targetKeyId"],
        },
        new("aws:kms/key:Key", "internal/service/kms/key.go")
        {
            Replacing = ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
            InPlace = ["deletionWindowInDays", "description", "enableKeyRotation", "isEnabled", "policy", "tags"],
        },
    ];
}
