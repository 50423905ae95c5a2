namespace MlTa.Tests.Drills;

internal sealed class NeedsRedisAttribute() : NeedsProgramsAttribute("redis-server", RedisServer.Programs);
