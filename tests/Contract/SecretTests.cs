using System.Collections.Immutable;
using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What is secret, and what becomes secret through it.</summary>
public sealed class SecretTests
{
    private static readonly Output<string> s_secret = Output.CreateSecret("hush");
    private static readonly Output<string> s_plain = Output.Create("plain");

    [Fact]
    public async Task A_plain_output_is_not_secret() => Assert.False(await Output.IsSecretAsync(s_plain));

    [Fact]
    public async Task A_secret_is_secret_and_keeps_its_value()
    {
        Assert.True(await Output.IsSecretAsync(s_secret));
        Assert.Equal("hush", await OutputUtilities.GetValueAsync(s_secret));
    }

    [Fact]
    public async Task An_output_can_be_made_secret() => Assert.True(await Output.IsSecretAsync(Output.CreateSecret(s_plain)));

    [Fact]
    public async Task A_task_can_be_made_secret() => Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));

    [Fact]
    public async Task A_secret_can_be_published_without_changing_the_original()
    {
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(s_secret)));
        Assert.True(await Output.IsSecretAsync(s_secret));
    }

    [Fact]
    public async Task What_is_applied_to_a_secret_is_secret() =>
        Assert.True(await Output.IsSecretAsync(s_secret.Apply(text => text.Length)));

    [Fact]
    public async Task A_secret_found_in_apply_makes_the_result_secret() =>
        Assert.True(await Output.IsSecretAsync(s_plain.Apply(_ => s_secret)));

    [Fact]
    public async Task One_secret_makes_all_secret() => Assert.True(await Output.IsSecretAsync(Output.All(s_plain, s_secret)));

    [Fact]
    public async Task One_secret_makes_a_tuple_secret() =>
        Assert.True(await Output.IsSecretAsync(Output.Tuple(s_plain, s_plain, s_secret)));

    [Fact]
    public async Task One_secret_makes_a_text_secret() => Assert.True(await Output.IsSecretAsync(Output.Format($"{s_plain} {s_secret}")));

    [Fact]
    public async Task Plain_outputs_together_are_not_secret() => Assert.False(await Output.IsSecretAsync(
        Output.Tuple(Output.All(s_plain, s_plain), Output.Tuple(s_plain, s_plain), Output.Format($"{s_plain}"))));

    [Fact]
    public async Task A_secret_in_a_list_makes_the_list_secret() =>
        Assert.True(await Output.IsSecretAsync(new InputList<string> { "a", s_secret }.ToOutput()));

    [Fact]
    public async Task A_secret_in_a_map_makes_the_map_secret() =>
        Assert.True(await Output.IsSecretAsync(new InputMap<string> { ["a"] = s_secret }.ToOutput()));

    [Fact]
    public async Task A_secret_input_reaches_the_mock_bare() => Assert.Equal("hush", await InputTests.Sent("label", new() { Label = s_secret }));

    [Fact]
    public async Task A_secret_in_a_map_reaches_the_mock_bare()
    {
        var tags = InputTests.Map(await InputTests.Sent("tags", new() { Tags = { ["a"] = s_secret } }));

        Assert.Equal("hush", tags["a"]);
    }

    [Fact]
    public async Task The_args_still_know_that_an_input_is_secret() =>
        Assert.True(await Output.IsSecretAsync(new VolumeArgs { Label = s_secret }.Label.ToOutput()));

    [Fact]
    public async Task An_output_that_echoes_a_secret_input_is_not_secret_under_mocks() =>
        Assert.False(await Output.IsSecretAsync(await Evaluation.Make(() => new Volume("disk", new() { Label = s_secret }).Label)));

    [Fact]
    public async Task A_secret_that_the_mock_returns_is_secret()
    {
        var state = ImmutableDictionary<string, object>.Empty.Add("label", s_secret).Add("size", 1);
        Volume? disk = null;
        await Evaluation.Run(() => disk = new Volume("disk"), new Recorder { State = _ => state });

        Assert.True(await Output.IsSecretAsync(disk!.Label));
        Assert.Equal("hush", await OutputUtilities.GetValueAsync(disk.Label));
        Assert.False(await Output.IsSecretAsync(disk.Size));
    }
}
