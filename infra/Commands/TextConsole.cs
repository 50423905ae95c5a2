using Spectre.Console;

namespace MlTa.Commands;

/// <summary>How text for people is laid out.</summary>
internal static class TextConsole
{
    /// <summary>Where there is no terminal to ask, so that a pipeline's output does not depend on the machine.</summary>
    private const int PipedWidth = 140;

    public static IAnsiConsole On(TextWriter output)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PipedWidth;
        }

        return console;
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
}
