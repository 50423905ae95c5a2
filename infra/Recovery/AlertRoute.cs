namespace MlTa.Recovery;

/// <summary>One level of escalation in one region.</summary>
/// <param name="Level">As its topic is called.</param>
/// <param name="Region">The topic's region.</param>
/// <param name="AfterMinutes">How long an outage lasts until the level hears of it; null where no alarm waits for one.</param>
/// <param name="Alarms">How many alarms the level hears of.</param>
/// <param name="Channels">How many recipients there are of each protocol, and the chat.</param>
public sealed record AlertRoute(string Level, string Region, long? AfterMinutes, int Alarms, IReadOnlyList<string> Channels);
