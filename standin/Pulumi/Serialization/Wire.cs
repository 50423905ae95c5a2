namespace Pulumi.Serialization;

/// <summary>Names and marks that Pulumi's protocol gives a meaning.</summary>
internal static class Wire
{
    public const string Id = "id";
    public const string Urn = "urn";
    public const string Value = "value";

    /// <summary>Stands for any value that is not known.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>The key that turns a map into something special; its value says what.</summary>
    public const string Signature = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";
}
