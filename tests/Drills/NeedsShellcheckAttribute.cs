namespace MlTa.Tests.Drills;

internal sealed class NeedsShellcheckAttribute() : NeedsProgramsAttribute("shellcheck", "shellcheck");
