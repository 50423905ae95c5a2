namespace MlTa.Tests.Drills.Runners;

internal sealed class NeedsGitAttribute() : NeedsProgramsAttribute("bash git", "bash", "git");
