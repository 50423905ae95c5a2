using System.Text.Json;

namespace MlTa.Settings;

/// <summary>How stack files spell the names of this program.</summary>
public static class SettingNames
{
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string Of(Enum value) => Of(value.ToString());
}
