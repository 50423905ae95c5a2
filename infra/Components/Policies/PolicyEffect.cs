using System.Text.Json.Serialization;

namespace MlTa.Components.Policies;

[JsonConverter(typeof(JsonStringEnumConverter<PolicyEffect>))]
public enum PolicyEffect
{
    Allow,
    Deny,
}
