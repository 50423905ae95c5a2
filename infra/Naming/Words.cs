using System.Text.Json;

namespace MlTa.Naming;

/// <summary>How names in AWS and in Pulumi spell the words of this program: <c>ConfigBackups</c> as <c>config-backups</c>.</summary>
internal static class Words
{
    public static string Kebab(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
