using static MlTa.Recovery.Changes.ServiceEndpoints;

namespace MlTa.Recovery.Changes.Apis;

/// <summary>Who may do what, and with which keys and certificates.</summary>
internal static class IdentityApis
{
    public static IReadOnlyList<TypeApi> All { get; } =
    [
        new("aws:acm/certificate:Certificate", Certificates, "RequestCertificate", "DeleteCertificate") { Update = "AddTagsToCertificate" },
        // Only waits until ACM has found the records; nothing is deleted with it.
        new("aws:acm/certificateValidation:CertificateValidation", Certificates, "DescribeCertificate", "DescribeCertificate"),
        new("aws:iam/role:Role", Iam, "CreateRole", "DeleteRole") { Update = "UpdateRole" },
        new("aws:iam/rolePolicy:RolePolicy", Iam, "PutRolePolicy", "DeleteRolePolicy"),
        new("aws:iam/rolePolicyAttachment:RolePolicyAttachment", Iam, "AttachRolePolicy", "DetachRolePolicy"),
        new("aws:kms/alias:Alias", Keys, "CreateAlias", "DeleteAlias") { Update = "UpdateAlias" },
        new("aws:kms/key:Key", Keys, "CreateKey", "ScheduleKeyDeletion") { Update = "PutKeyPolicy" },
    ];
}
