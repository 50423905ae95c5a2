using MlTa.Recovery.Scenarios;

namespace MlTa.Commands;

/// <summary>What is lost, as people read it: stores that come from the same place with the same words are one line.</summary>
internal sealed record StoreRow(string Stores, string Copy, string Lost, string Source)
{
    public static IEnumerable<StoreRow> Of(IEnumerable<StoreLoss> losses) => losses
        .GroupBy(loss => loss with { Store = "" })
        .Select(same => new StoreRow(
            string.Join('\n', same.Select(loss => loss.Store)),
            same.Key.Copy == same.Key.Source ? "" : same.Key.Copy,
            Minutes.Text(same.Key.Minutes, same.Key.Grade),
            same.Key.Source));
}
