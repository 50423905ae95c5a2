using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>One call that an <c>up</c> makes.</summary>
/// <param name="Api">Such as <c>rds:ModifyDBInstance</c>.</param>
/// <param name="Needs">Where it works first, then what else has to answer for it to succeed.</param>
public sealed record ApiCall(string Api, IReadOnlyList<Need> Needs);
