using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery;

/// <summary>Whether a stack, as it is declared, writes: a database that follows nobody, that its cluster reaches, and pods that use it.</summary>
public static class Writers
{
    public static bool In(StackGraph graph)
    {
        var opened = graph.Resources
            .Where(resource => resource.Type == "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Select(rule => (string?)rule.Inputs["securityGroupId"])
            .ToHashSet();
        return graph.Resources.Any(resource => IsOpenWriter(resource, opened)) && graph.Resources.Any(Runs);
    }

    private static bool IsOpenWriter(DeclaredResource resource, HashSet<string?> opened) =>
        resource.Type == "aws:rds/instance:Instance"
        && resource.Inputs["replicateSourceDb"] is null
        && (resource.Inputs["vpcSecurityGroupIds"] as JsonArray ?? []).Any(group => opened.Contains((string?)group));

    /// <summary>Without a number it is the autoscaler's, which never is 0.</summary>
    private static bool Runs(DeclaredResource resource) =>
        resource.Type == "kubernetes:apps/v1:Deployment" && (resource.Inputs["spec"]?["replicas"]?.GetValue<long>() ?? 1) > 0;
}
