namespace MlTa.Recovery.Moves;

/// <summary>One value of a stack file that a procedure changes.</summary>
/// <param name="Stack">Whose file it is.</param>
/// <param name="Key">The full key; of a part of a map or list its path, such as <c>ml-ta:database.kept[0].generation</c>.</param>
/// <param name="From">The value now; null where there is none.</param>
/// <param name="To">The value to set; null to remove it.</param>
public sealed record ConfigChange(string Stack, string Key, string? From, string? To)
{
    private bool IsPath => Key.AsSpan().IndexOfAny('.', '[') >= 0;

    /// <summary>What a person types.</summary>
    public string Command =>
        $"pulumi config {(To is null ? "rm" : "set")}{(IsPath ? $" --path '{Key}'" : $" {Key}")}{(To is null ? "" : $" {Quoted(To)}")} --stack {Stack}";

    private static string Quoted(string value) => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '/' or ':' or '_') && value.Length > 0
        ? value
        : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
