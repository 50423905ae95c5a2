namespace MlTa.Tests.Drills.Runners;

internal sealed class NeedsRunnerToolsAttribute() : NeedsProgramsAttribute("bash jq setsid", "bash", "jq", "setsid");
