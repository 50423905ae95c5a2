using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery.Changes;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>What the engine said about one change, as far as it decides which duration of the recovery model it is.</summary>
/// <param name="Key">The same at its beginning and at its end.</param>
/// <param name="Name">Type and name of the resource.</param>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Change">What is done; null for what takes no time of its own.</param>
internal sealed record EventChange(string Key, string Name, string Type, ResourceChange? Change)
{
    public static EventChange Of(JsonElement metadata)
    {
        var urn = Text(metadata, "urn");
        var type = Text(metadata, "type");
        var op = Text(metadata, "op");
        var (before, after) = (Resource(metadata, "old", urn, type), Resource(metadata, "new", urn, type));
        ResourceChange? change = op switch
        {
            "create" or "create-replacement" => new("", ChangeKind.Create, null, after, []),
            "update" when Promotion.IsPromotion(before, after) => new("", ChangeKind.Promote, before, after, []),
            "update" => new("", ChangeKind.Update, before, after, []),
            _ => null,
        };
        return new($"{op} {urn}", $"{type} {urn.Split("::")[^1]}", type, change);
    }

    private static string Text(JsonElement metadata, string field) => metadata.GetProperty(field).GetString() ?? throw new JsonException();

    private static DeclaredResource Resource(JsonElement metadata, string side, string urn, string type) => new()
    {
        Urn = urn,
        Type = type,
        Name = urn.Split("::")[^1],
        Region = null,
        Parent = null,
        Protect = false,
        DependsOn = [],
        DataDependsOn = [],
        Inputs = metadata.TryGetProperty(side, out var state) && state.ValueKind == JsonValueKind.Object && state.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Object
            ? Telling(inputs)
            : [],
        IsComponent = false,
        RetainOnDelete = false,
        DeleteBeforeReplace = false,
        IgnoreChanges = [],
    };

    /// <summary>The two inputs that decide which change it is: whether a database follows another one, and whether pods are stopped.</summary>
    private static JsonObject Telling(JsonElement inputs)
    {
        var told = new JsonObject();
        if (inputs.TryGetProperty(Promotion.Source, out var source) && source.ValueKind == JsonValueKind.String)
        {
            told[Promotion.Source] = "";
        }

        if (inputs.TryGetProperty("spec", out var spec) && spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty("replicas", out var replicas) && replicas.TryGetInt64(out var count))
        {
            told["spec"] = new JsonObject { ["replicas"] = count };
        }

        return told;
    }
}
