using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

public sealed class SettingsChangesTests
{
    public static TheoryData<string> Stacks => new(CommittedStacks.All.Select(settings => settings.Stack));

    [Fact]
    public void What_stays_as_it_is_needs_no_command() => Assert.All(CommittedStacks.All, settings => Assert.Empty(SettingsChanges.Between(settings, settings)));

    /// <summary>These differ in maps and lists that only one has, and in lists that are longer in one.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_file_can_be_made_to_say_what_any_other_says(string stack)
    {
        var own = CommittedMoves.Committed[stack];
        foreach (var other in CommittedStacks.All)
        {
            var wanted = other with { Stack = stack, SecretsProvider = own.SecretsProvider };
            using var files = new StackFiles().Type(SettingsChanges.Between(own, wanted));

            SameSettings.Are(wanted, files.Read(stack));
        }
    }

    [Fact]
    public void Only_what_differs_is_changed_and_the_path_leads_to_it() => Assert.Equal(
        [
            new("secondary", "ml-ta:role", "standby", "active"),
            new("secondary", "ml-ta:network.zones[1]", "us-east-1b", "us-east-1f"),
            new("secondary", "ml-ta:database.multiAz", "true", "false"),
            new("secondary", "ml-ta:failover.ttlSeconds", "60", "30"),
        ],
        SettingsChanges.Between(CommittedStacks.Secondary, CommittedStacks.Secondary
            .WithFailover(failover => failover with { TtlSeconds = 30 })
            .WithDatabase(database => database with { MultiAz = false })
            .WithNetwork(network => network with { Zones = ["us-east-1a", "us-east-1f", "us-east-1c"] }) with
        { Role = Role.Active }));

    [Fact]
    public void What_is_past_a_lists_end_goes_from_the_last_to_the_first() => Assert.Equal(
        [
            new("secondary", "ml-ta:network.zones[2]", "us-east-1c", null),
            new("secondary", "ml-ta:network.zones[1]", "us-east-1b", null),
        ],
        SettingsChanges.Between(CommittedStacks.Secondary, CommittedStacks.Secondary.WithNetwork(network => network with { Zones = ["us-east-1a"] })));

    [Fact]
    public void A_map_goes_as_a_whole() => Assert.Equal(
        [new("secondary", "ml-ta:failover.rehome", "{ region: us-east-2, zones: [us-east-2a, us-east-2b, us-east-2c], cidrBlock: 10.40.0.0/16 }", null)],
        SettingsChanges.Between(CommittedStacks.Secondary, CommittedStacks.Secondary.WithFailover(failover => failover with { Rehome = null })));

    [Fact]
    public void A_new_item_says_what_it_has_and_nothing_that_goes_without_saying() => Assert.Equal(
        [
            new("primary", "ml-ta:database.kept[0].generation", null, "0"),
            new("primary", "ml-ta:database.kept[0].source.region", null, "us-east-1"),
            new("primary", "ml-ta:database.kept[0].source.generation", null, "7"),
        ],
        SettingsChanges.Between(CommittedStacks.Primary, CommittedStacks.Primary.WithDatabase(database => database with
        {
            Kept = [new() { Generation = 0, Source = new() { Region = "us-east-1", Generation = 7 } }],
        })));

    [Fact]
    public void What_an_item_says_beyond_that_is_said() => Assert.Contains(
        new("primary", "ml-ta:database.kept[0].release", "false", "true"),
        SettingsChanges.Between(CommittedStacks.Primary, CommittedStacks.Primary.WithDatabase(database => database with { Kept = [new() { Generation = 0, Release = true }] })));

    /// <summary>They are set by other commands, are in no file in plain text, and no plan changes them.</summary>
    [Fact]
    public void Secrets_are_in_no_change()
    {
        var secret = SecretText.Of("correct-horse-battery");
        var changed = CommittedStacks.Secondary with
        {
            Role = Role.Active,
            DatabasePassword = secret,
            CacheToken = secret,
            OnCallPhone = secret,
            DeputyPhone = secret,
            CommanderPhone = secret,
            PagerUrl = secret,
        };

        Assert.Equal("ml-ta:role", Assert.Single(SettingsChanges.Between(CommittedStacks.Secondary, changed)).Key);
    }

    [Fact]
    public void No_move_types_a_key_that_holds_a_secret()
    {
        var secrets = SettingsBinder.SecretKeysOf(typeof(StackSettings)).ToList();

        Assert.NotEmpty(secrets);
        Assert.DoesNotContain(
            CommittedMoves.All.Values.SelectMany(move => move.Phases).SelectMany(phase => phase.Config),
            change => secrets.Any(secret => change.Command.Contains(secret, StringComparison.OrdinalIgnoreCase)) || change.Command.Contains(SecretText.Redacted, StringComparison.Ordinal));
    }
}
