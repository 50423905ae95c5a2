using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.SchemaGenerator.Schema;
using Pulumi.SchemaGenerator.Writing;

namespace Pulumi.SchemaGenerator;

/// <summary>Turns each JSON file among the additional files into the classes of a provider's SDK.</summary>
[Generator]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => file.GetText(cancellation)?.ToString() ?? "");
        context.RegisterSourceOutput(schemas, Generate);
    }

    private static void Generate(SourceProductionContext context, string text)
    {
        foreach (var source in PackageWriter.Write(PackageSchema.Read(text)))
        {
            context.AddSource(source.Key, SourceText.From(source.Value, Encoding.UTF8));
        }
    }
}
