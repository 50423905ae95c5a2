namespace MlTa.Offline;

/// <summary>Outputs that every resource has, and the ones that several kinds share.</summary>
internal static class OutputNames
{
    public const string Id = "id";
    public const string Urn = "urn";
    public const string Arn = "arn";
    public const string Name = "name";
    public const string Region = "region";
}
