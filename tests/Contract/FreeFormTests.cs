using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Inputs without a schema, such as the values of a Helm chart: maps and lists of anything.</summary>
public sealed class FreeFormTests
{
    [Fact]
    public async Task Text_numbers_and_booleans_arrive_as_they_do_elsewhere()
    {
        var values = await Sent(new() { ["text"] = "a", ["whole"] = 2, ["price"] = 0.5, ["on"] = true });

        Assert.Equal(("a", 2.0, 0.5, true), (values["text"], values["whole"], values["price"], values["on"]));
    }

    [Fact]
    public async Task Maps_and_lists_may_hold_one_another()
    {
        var values = await Sent(new()
        {
            ["image"] = new Dictionary<string, object> { ["tag"] = "1", ["ports"] = new object[] { 80, "http" } },
            ["hosts"] = new List<object> { new Dictionary<string, object> { ["name"] = "a" } },
        });

        Assert.Equal("1", InputTests.Map(values["image"])["tag"]);
        Assert.Equal([80.0, "http"], InputTests.List(InputTests.Map(values["image"])["ports"]));
        Assert.Equal("a", InputTests.Map(Assert.Single(InputTests.List(values["hosts"])))["name"]);
    }

    [Fact]
    public async Task Outputs_within_them_arrive_as_their_values()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var other = new Volume("other");
            _ = new Volume("disk", new()
            {
                Values =
                {
                    ["direct"] = other.Id.Apply(id => (object)id),
                    ["nested"] = new Dictionary<string, object> { ["id"] = other.Id, ["ids"] = new List<object> { other.Id } },
                },
            });
        });

        var values = InputTests.Map(recorder.Inputs("disk")["values"]);
        Assert.Equal("other-id", values["direct"]);
        Assert.Equal("other-id", InputTests.Map(values["nested"])["id"]);
        Assert.Equal(["other-id"], InputTests.List(InputTests.Map(values["nested"])["ids"]));
    }

    [Fact]
    public async Task An_output_within_them_makes_the_one_that_takes_it_wait()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var slow = new Volume("slow", new() { Label = Output.Create(Task.Delay(TimeSpan.FromMilliseconds(100)).ContinueWith(_ => "a", TaskScheduler.Default)) });
            _ = new Volume("disk", new() { Values = { ["nested"] = new Dictionary<string, object> { ["id"] = slow.Id } } });
        });

        Assert.Equal(["slow", "disk"], recorder.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_secret_within_them_is_not_seen_from_outside()
    {
        // So whoever looks for secrets has to look inside.
        var values = new InputMap<object> { ["nested"] = new Dictionary<string, object> { ["password"] = Output.CreateSecret("hush") } };

        Assert.False(await Output.IsSecretAsync(values.ToOutput()));
        Assert.IsType<Output<string>>(((Dictionary<string, object>)(await OutputUtilities.GetValueAsync(values.ToOutput()))["nested"])["password"]);
    }

    [Fact]
    public async Task What_has_neither_a_schema_nor_a_known_type_is_refused() => Assert.Contains(
        "is not a supported argument type",
        await Evaluation.Failure(() => _ = new Volume("disk", new() { Values = { ["a"] = new { Name = "a" } } })),
        StringComparison.Ordinal);

    private static async Task<System.Collections.Immutable.ImmutableDictionary<string, object>> Sent(InputMap<object> values)
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Values = values }));
        return InputTests.Map(recorder.Inputs("disk")["values"]);
    }
}
