using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes an output or input as its value, and keeps what has been seen of it.</summary>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    private static readonly Type[] s_types = [typeof(Output<>), typeof(Input<>), typeof(InputList<>), typeof(InputMap<>)];

    public OutputData<object?> Seen { get; private set; } = OutputData<object?>.Known(null);

    public JsonSerializerOptions AddTo(JsonSerializerOptions? options) => new(options ?? new()) { Converters = { this } };

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && s_types.Contains(typeToConvert.GetGenericTypeDefinition());

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert), this)!;

    private sealed class Writer<T>(OutputJsonConverter owner) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeof(T).FullName} is only written");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var output = value is IInput input ? input.ToOutput() : (IOutput)value!;
            // A converter cannot wait in any other way.
            var data = output.GetDataAsync().GetAwaiter().GetResult();
            owner.Seen = owner.Seen.And(data);
            JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : null, options);
        }
    }
}
