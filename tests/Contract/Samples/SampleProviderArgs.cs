using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>Providers take everything but text as JSON.</summary>
internal sealed class SampleProviderArgs : ResourceArgs
{
    [Input("accounts", json: true)]
    private InputList<string>? _accounts;

    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }

    [Input("verbose", json: true)]
    public Input<bool>? Verbose { get; set; }

    [Input("defaults", json: true)]
    public Input<DefaultsArgs>? Defaults { get; set; }

    public InputList<string> Accounts
    {
        get => _accounts ??= [];
        set => _accounts = value;
    }
}
