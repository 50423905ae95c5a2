using System.Text.Json;

namespace Pulumi;

/// <summary>Outputs of JSON text.</summary>
public static partial class Output
{
    /// <summary>Outputs and inputs inside the value are waited for, and pass on what they know, hide and depend on.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Serialize());

        async Task<OutputData<string>> Serialize()
        {
            var data = await value.Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.Around("");
            }

            var nested = new OutputJsonConverter();
            var json = JsonSerializer.Serialize(data.Value, nested.AddTo(options));
            return data.Around(json).And(nested.Seen);
        }
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
    }
}
