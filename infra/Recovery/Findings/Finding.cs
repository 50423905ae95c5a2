namespace MlTa.Recovery.Findings;

/// <summary>One gap between what is declared and what recovery needs.</summary>
/// <param name="Rule">The rule's stable ID.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Stack">The stack that has it; null where it is about all of them.</param>
/// <param name="Subject">The URN of the resource, or the name of the scenario, that it is about.</param>
/// <param name="Problem">What is wrong, with the value found and the limit.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string Rule, Severity Severity, string? Stack, string Subject, string Problem, string Remedy);
