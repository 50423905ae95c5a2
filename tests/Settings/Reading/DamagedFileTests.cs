using CsCheck;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>Whatever happens to a file, it is read or refused, and nothing else.</summary>
public sealed class DamagedFileTests
{
    private const int Runs = 300;

    private static readonly string[] s_files = ["Pulumi.yaml", "Pulumi.primary.yaml", "Pulumi.backup.yaml"];

    private static readonly string[] s_pieces =
    [
        "\n", " ", "  ", "\t", "-", ":", ": ", ",", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "!!str ", "!", "|", ">", "?", "? ", "%", "@", "`", "~", "---\n", "...\n",
        "<<: ", "\\", "\\u0000", "\0", "\u0085", "\u2028", "\ufeff", "é", "-1", "0", "00", "99999999999999999999", "1e999", "null", "{}", "[]", "secure: x",
    ];

    private static readonly Gen<(string File, double Place, int Cut, string Piece)> s_damages = Gen.Select(
        Gen.Int[0, s_files.Length - 1],
        Gen.Double[0, 1],
        Gen.Int[0, 12],
        Gen.Int[0, s_pieces.Length - 1],
        (file, place, cut, piece) => (s_files[file], place, cut, s_pieces[piece]));

    [Fact]
    public void A_damaged_file_is_read_or_refused() => s_damages.Array[1, 3].Sample(
        damages =>
        {
            using var files = new StackFiles();
            foreach (var (file, place, cut, piece) in damages)
            {
                var text = File.ReadAllText(Path.Combine(files.Folder, file));
                var start = (int)(place * text.Length);
                files.Write(file, text[..start] + piece + text[Math.Min(start + cut, text.Length)..]);
            }

            try
            {
                Assert.NotEmpty(StackFolder.Read(files.Folder));
            }
            catch (InvalidSettingsException e)
            {
                Assert.NotEmpty(e.Problems);
            }
        },
        iter: Runs);
}
