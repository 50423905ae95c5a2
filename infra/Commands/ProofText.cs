using MlTa.Recovery.Evidence;
using MlTa.Recovery.Time;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>What drills have proven, for people.</summary>
internal static class ProofText
{
    public static void Write(IAnsiConsole console, RecoveryProofs proofs)
    {
        var table = TextConsole.Table("Recovery path", "State", "Proven on", "Age", "Took", "Data lost", "File");
        foreach (var proof in proofs.Paths)
        {
            table.AddRow(
                proof.Path.Id,
                Json.Word(proof.State),
                $"{proof.ProvenOn:yyyy-MM-dd}",
                proof.AgeDays is { } days ? $"{days} d" : "",
                Measured(proof.Achieved?.RecoveryTimeMinutes),
                Measured(proof.Achieved?.RecoveryPointMinutes),
                Markup.Escape(proof.Decisive?.Name ?? ""));
        }

        console.Write(table);
        if (proofs.LeastRecentlyProven is { } oldest)
        {
            console.MarkupLineInterpolated($"Least recently proven: {oldest.Path.Id}, {(oldest.ProvenOn is { } day ? $"on {day:yyyy-MM-dd}" : "never")}");
        }

        console.WriteLine();
    }

    private static string Measured(double? minutes) => minutes is { } number ? Minutes.Marked(number, Grade.Measured) : "";
}
