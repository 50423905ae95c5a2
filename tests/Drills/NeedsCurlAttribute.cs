namespace MlTa.Tests.Drills;

internal sealed class NeedsCurlAttribute() : NeedsProgramsAttribute("curl", ["curl", .. CheckFolder.Tools]);
