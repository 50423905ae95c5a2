namespace MlTa.Offline;

/// <summary>
/// Outputs that are no text, as far as a declaration uses them. What AWS assigns inside of them is a token
/// whose output is a path, such as <c>certificateAuthority/data</c>.
/// </summary>
internal static class StructuredOutputs
{
    private const char Separator = '/';

    private static readonly Dictionary<(string Type, string Output), Func<Shape, object>> s_shapes = new()
    {
        [("aws:acm/certificate:Certificate", "domainValidationOptions")] = certificate => certificate.Domains
            .Select((domain, index) => certificate
                .Tokens($"{index}", "resourceRecordName", "resourceRecordType", "resourceRecordValue")
                .SetItem("domainName", domain))
            .ToImmutableArray<object>(),
        // A new template's first.
        [("aws:ec2/launchTemplate:LaunchTemplate", "latestVersion")] = _ => 1,
        [("aws:eks/cluster:Cluster", "certificateAuthority")] = cluster => cluster.Tokens(null, "data"),
        [("aws:eks/cluster:Cluster", "vpcConfig")] = cluster => cluster.Given.SetItems(cluster.Tokens(null, "clusterSecurityGroupId")),
        [("aws:eks/nodeGroup:NodeGroup", "resources")] = group => ImmutableArray.Create<object>(
            ImmutableDictionary<string, object>.Empty.Add("autoscalingGroups", ImmutableArray.Create<object>(group.Tokens("autoscalingGroups", "name")))),
    };

    /// <summary>Whether an output of a token is a part of a list or an object.</summary>
    public static bool IsPart(string output) => output.Contains(Separator);

    /// <summary>What the output will look like; null where nobody has said yet.</summary>
    public static object? Of(Declaration declaration, string output) =>
        s_shapes.TryGetValue((declaration.Key.Type, output), out var shape) ? shape(new(declaration, output)) : null;

    private sealed record Shape(Declaration Declaration, string Output)
    {
        /// <summary>The input that the output repeats and adds to.</summary>
        public ImmutableDictionary<string, object> Given =>
            ((IEnumerable<KeyValuePair<string, object>>)Declaration.Inputs[Output]).ToImmutableDictionary();

        /// <summary>Of a certificate: the name that it is for, and the others.</summary>
        public IEnumerable<object> Domains =>
            [Declaration.Inputs["domainName"], .. (IEnumerable<object>)Declaration.Inputs.GetValueOrDefault("subjectAlternativeNames", ImmutableArray<object>.Empty)];

        public ImmutableDictionary<string, object> Tokens(string? within, params IEnumerable<string> parts) => parts.ToImmutableDictionary(
            part => part,
            object (part) => new OutputToken(Declaration.Key, string.Join(Separator, ((string?[])[Output, within, part]).OfType<string>())).ToString());
    }
}
