using Xunit;

namespace MlTa.Tests.Support;

/// <summary>A test that starts a POSIX shell.</summary>
internal sealed class OnUnixAttribute : FactAttribute
{
    public OnUnixAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Starts /bin/sh, which Windows does not have.";
        }
    }
}
