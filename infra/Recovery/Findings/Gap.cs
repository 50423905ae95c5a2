namespace MlTa.Recovery.Findings;

/// <summary>One place where a rule does not hold.</summary>
/// <param name="Stack">The stack that has it; null where it is about all of them.</param>
/// <param name="Subject">The URN of the resource, or the name of what is missing.</param>
/// <param name="Problem">What was found, and the limit.</param>
internal sealed record Gap(string? Stack, string Subject, string Problem);
