namespace MlTa.Tests.Drills;

internal sealed class NeedsShellAttribute() : NeedsProgramsAttribute("coreutils", CheckFolder.Tools);
