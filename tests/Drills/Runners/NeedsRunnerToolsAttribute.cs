namespace MlTa.Tests.Drills.Runners;

internal sealed class NeedsRunnerToolsAttribute() : NeedsProgramsAttribute("bash jq", "bash", "jq");
