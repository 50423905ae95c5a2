using Spectre.Console;

namespace MlTa.Commands;

/// <summary>How text for people is laid out.</summary>
internal static class TextConsole
{
    /// <summary>Where there is no terminal to ask, so that a pipeline's output does not depend on the machine.</summary>
    private const int PipedWidth = 140;

    public static IAnsiConsole On(TextWriter output)
    {
        var destination = new AnsiConsoleOutput(output);
        return destination.IsTerminal ? AnsiConsole.Create(new() { Out = destination }) : Piped(destination);
    }

    public static Table Table(params IEnumerable<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>Nothing where a table has no rows: a heading alone says nothing.</summary>
    public static void WriteRows(this IAnsiConsole console, Table table)
    {
        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    /// <summary>Plain text, whatever the environment says: a build server's log is no terminal, even where it shows colours.</summary>
    private static IAnsiConsole Piped(AnsiConsoleOutput destination)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = destination,
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        console.Profile.Width = PipedWidth;
        return console;
    }
}
