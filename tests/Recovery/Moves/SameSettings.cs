using System.Text.Json;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Records with lists in them are equal only if the lists are the same ones, so their values are compared.</summary>
internal static class SameSettings
{
    /// <summary>By the code that makes the commands, and without it: what it leaves out it would not miss either.</summary>
    public static void Are(StackSettings expected, StackSettings actual)
    {
        Assert.Empty(SettingsChanges.Between(expected, actual).Select(change => change.Command));
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
    }
}
