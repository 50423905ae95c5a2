namespace MlTa.Recovery;

/// <summary>Data of one region that another region receives.</summary>
/// <param name="What">The database or the bucket.</param>
/// <param name="From">The region that sends.</param>
/// <param name="To">The region that receives.</param>
/// <param name="How">The mechanism.</param>
/// <param name="Freshness">How old the copy can be, as far as AWS says so.</param>
public sealed record DataCopy(string What, string From, string To, string How, string Freshness);
