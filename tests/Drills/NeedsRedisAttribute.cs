namespace MlTa.Tests.Drills;

/// <param name="others">What else the test starts; packages of the same names have them.</param>
internal sealed class NeedsRedisAttribute(params string[] others)
    : NeedsProgramsAttribute(string.Join(' ', ["redis-server", .. others]), [.. RedisServer.Programs, .. others]);
