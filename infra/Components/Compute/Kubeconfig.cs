using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlTa.Components.Compute;

/// <summary>
/// How <c>pulumi</c> reaches a cluster. It holds no secret: the AWS CLI, which has to be on the PATH of whoever deploys, makes a token
/// from the credentials that are in use.
/// </summary>
public static class Kubeconfig
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        // A certificate in base64 has plus signs, which the default would escape for HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="cluster">The cluster's name, and that of its context, as in the recovery plan.</param>
    /// <param name="region">Said explicitly: the shell that deploys may be set to the region that was lost.</param>
    /// <param name="endpoint">The API server's address.</param>
    /// <param name="certificateAuthority">In base64.</param>
    public static string Json(string cluster, string region, string endpoint, string certificateAuthority) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["current-context"] = cluster,
            ["contexts"] = Named(cluster, "context", new Dictionary<string, object> { ["cluster"] = cluster, ["user"] = cluster }),
            ["clusters"] = Named(cluster, "cluster", new Dictionary<string, object>
            {
                ["server"] = endpoint,
                ["certificate-authority-data"] = certificateAuthority,
            }),
            ["users"] = Named(cluster, "user", new Dictionary<string, object>
            {
                ["exec"] = new Dictionary<string, object>
                {
                    ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                    ["command"] = "aws",
                    ["args"] = (string[])["--region", region, "eks", "get-token", "--cluster-name", cluster, "--output", "json"],
                    ["interactiveMode"] = "Never",
                },
            }),
        },
        s_options);

    /// <summary>A list of one entry, as kubeconfig files have it.</summary>
    private static Dictionary<string, object>[] Named(string name, string kind, Dictionary<string, object> value) =>
        [new() { ["name"] = name, [kind] = value }];
}
