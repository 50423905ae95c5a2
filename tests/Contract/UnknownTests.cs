using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What is not known, and what becomes unknown through it.</summary>
public sealed class UnknownTests
{
    private static readonly Output<string> s_unknown = OutputUtilities.CreateUnknown("x");
    private static readonly Output<string> s_known = Output.Create("a");

    [Fact]
    public async Task An_unknown_output_has_the_default_for_a_value()
    {
        Assert.False(await OutputUtilities.GetIsKnownAsync(s_unknown));
        Assert.Null(await OutputUtilities.GetValueAsync(s_unknown));
    }

    [Fact]
    public async Task Nothing_is_applied_to_an_unknown_value()
    {
        var applied = s_unknown.Apply<string>((Func<string, string>)(_ => throw new InvalidOperationException("applied")));

        Assert.False(await OutputUtilities.GetIsKnownAsync(applied));
    }

    [Fact]
    public async Task An_unknown_found_in_apply_makes_the_result_unknown() =>
        Assert.False(await OutputUtilities.GetIsKnownAsync(s_known.Apply(_ => s_unknown)));

    [Fact]
    public async Task One_unknown_makes_all_unknown() =>
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(s_known, s_unknown)));

    [Fact]
    public async Task One_unknown_makes_a_tuple_unknown() =>
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(s_unknown, s_known, s_known)));

    [Fact]
    public async Task One_unknown_makes_a_text_unknown() =>
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{s_known} {s_unknown}")));

    [Fact]
    public async Task An_unknown_secret_stays_secret() =>
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(s_unknown).Apply(text => text.Length)));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_output_that_the_mock_did_not_return_is_known_in_an_update_only(bool isPreview, bool isKnown)
    {
        var label = await Evaluation.Make(() => new Volume("disk").Label, isPreview: isPreview);

        Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(label));
        Assert.Null(await OutputUtilities.GetValueAsync(label));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_output_that_the_mock_returned_is_known(bool isPreview)
    {
        var label = await Evaluation.Make(() => new Volume("disk", new() { Label = "a" }).Label, isPreview: isPreview);

        Assert.True(await OutputUtilities.GetIsKnownAsync(label));
    }

    [Fact]
    public async Task A_mock_can_return_an_unknown_output()
    {
        var recorder = new Recorder { State = _ => InputTests.State("label", s_unknown, "size", 1) };
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"), recorder);

        Assert.False(await OutputUtilities.GetIsKnownAsync(disk!.Label));
        Assert.True(await OutputUtilities.GetIsKnownAsync(disk.Size));
    }
}
