using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>A test that starts programs which not every machine has. Without them it is skipped, and says what to install.</summary>
internal abstract class NeedsProgramsAttribute : FactAttribute
{
    protected NeedsProgramsAttribute(string install, params string[] programs)
    {
        var missing = programs.Where(program => InstalledPrograms.Find(program) is null).ToList();
        if (missing.Count > 0)
        {
            Skip = $"Needs {string.Join(", ", missing)}, not found on the PATH. On Debian and Ubuntu: apt-get install {install}.";
        }
    }
}
