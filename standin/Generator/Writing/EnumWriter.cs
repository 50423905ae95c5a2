using Pulumi.SchemaGenerator.Schema;

namespace Pulumi.SchemaGenerator.Writing;

internal sealed class EnumWriter(CodeWriter code, Names names)
{
    public void Write(NamedType type)
    {
        code.Block($"namespace {names.EnumNamespace(type.Token)}", () =>
        {
            if (type.IsNumeric)
            {
                WriteNumbers(type);
            }
            else
            {
                WriteTexts(type);
            }
        });
        code.Line();
    }

    private void WriteNumbers(NamedType type) => code.Block($"public enum {Names.ClassOf(type.Token)}", () =>
    {
        foreach (var value in type.Values)
        {
            code.Line($"{value.Key} = {Literal.Of(value.Value)},");
        }
    });

    /// <summary>The serializer looks for the attribute and for the conversion to string.</summary>
    private void WriteTexts(NamedType type)
    {
        var name = Names.ClassOf(type.Token);
        code.Line("[global::Pulumi.EnumType]");
        code.Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;");
            code.Line($"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));");
            foreach (var value in type.Values)
            {
                code.Line($"public static {name} {value.Key} {{ get; }} = new({Literal.Of(value.Value)});");
            }

            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            code.Line($"public static explicit operator string({name} value) => value._value;");
            code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            code.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);");
            code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
            code.Line("public override string ToString() => _value;");
        });
    }
}
