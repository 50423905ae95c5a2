using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>How a preview is wanted.</summary>
/// <param name="AsJson">For programs.</param>
/// <param name="WithInputs">With the inputs of every resource.</param>
/// <param name="KubernetesFolder">Where to write the Kubernetes objects instead; null for nowhere.</param>
internal sealed record PreviewForm(bool AsJson, bool WithInputs, string? KubernetesFolder)
{
    /// <summary>The files to write, if any are wanted.</summary>
    /// <exception cref="InvalidSettingsException">They cannot be written there, or something else is wanted as well.</exception>
    public KubernetesFiles? Files()
    {
        if (KubernetesFolder is null)
        {
            return null;
        }

        return AsJson || WithInputs
            ? throw new InvalidSettingsException([new("command line", "--kubernetes", "writes files instead of a preview, so leave out --json and --diff")])
            : KubernetesFiles.In(KubernetesFolder);
    }
}
