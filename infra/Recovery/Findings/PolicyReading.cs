using System.Text.Json.Nodes;

namespace MlTa.Recovery.Findings;

/// <summary>What policies allow and deny, as far as it can be told without evaluating their conditions.</summary>
internal static class PolicyReading
{
    /// <summary>Whether a statement denies the action to everybody, or to everybody whom its condition does not except.</summary>
    public static bool Denies(this JsonNode? inputs, string policy, string action) => inputs.Statements(policy, "Deny")
        .Any(statement => statement.OneOrMore("Action").Contains(action) && (statement["Principal"]?.ToString() == "*" || statement.At("Principal").OneOrMore("AWS").Contains("*")));

    /// <summary>Whether a statement allows the action to a service of AWS.</summary>
    public static bool Allows(this JsonNode? inputs, string policy, string service, string action) => inputs.Statements(policy, "Allow")
        .Any(statement => statement.At("Principal").OneOrMore("Service").Contains(service) && statement.OneOrMore("Action").Contains(action));

    private static IEnumerable<JsonObject> Statements(this JsonNode? inputs, string policy, string effect) =>
        inputs.Document(policy).Items("Statement").Where(statement => statement.Text("Effect") == effect);

    /// <summary>IAM takes one text for a list of one.</summary>
    private static IEnumerable<string> OneOrMore(this JsonNode? node, string path) => node.Text(path) is { } one ? [one] : node.List(path);
}
