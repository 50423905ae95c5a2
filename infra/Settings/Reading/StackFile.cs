namespace MlTa.Settings.Reading;

/// <summary>How stack files are called.</summary>
internal static class StackFile
{
    public static string NameOf(string stack) => $"Pulumi.{stack}.yaml";
}
