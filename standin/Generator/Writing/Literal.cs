using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.SchemaGenerator.Writing;

internal static class Literal
{
    public static string Of(object? value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        bool flag => flag ? "true" : "false",
        double number => SymbolDisplay.FormatPrimitive(number, quoteStrings: false, useHexadecimalNumbers: false) ?? "0",
        _ => throw new FormatException($"No literal for {value}"),
    };

    /// <summary>A parameter's name, which may be a word of the language.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
