using MlTa.Offline;
using MlTa.Settings.Drills;

namespace MlTa.Commands;

/// <summary>Shows what stacks declare.</summary>
internal sealed class PreviewCommand(TextWriter output, TextWriter error)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public async Task<int> RunAsync(StackChoice choice, PreviewForm form)
    {
        var files = form.Files();
        var impatient = Task.Delay(s_patience);
        List<StackGraph> graphs = [];
        var stacks = choice.Read();
        foreach (var settings in stacks)
        {
            var evaluation = OfflineRun.EvaluateAsync(settings);
            if (await Task.WhenAny(evaluation, impatient) == impatient)
            {
                await error.WriteLineAsync($"evaluating {settings.Stack} ...");
            }

            graphs.Add(await evaluation);
        }

        if (files is not null)
        {
            foreach (var sentence in files.Write(graphs))
            {
                await output.WriteLineAsync(sentence);
            }
        }
        else if (form.AsJson)
        {
            PreviewJson.Write(graphs, output);
        }
        else
        {
            PreviewText.Write(graphs, [.. stacks.OfType<DrillSettings>()], form.WithInputs, output);
        }

        return ExitCode.Good;
    }
}
