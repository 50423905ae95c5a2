using System.Globalization;
using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>The preview that people read.</summary>
public sealed class PreviewTextTests
{
    [Fact]
    public async Task It_is_the_approved_one()
    {
        var text = (await Typed.Good("preview")).Output;
        Assert.Contains(PulumiSdk.Description, text, StringComparison.Ordinal);

        Snapshot.Match("preview", text.Replace(PulumiSdk.Description, "SDK", StringComparison.Ordinal));
    }

    /// <summary>Every input of every resource: whatever changes in a stack shows in the review of this file.</summary>
    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    [InlineData("backup")]
    [InlineData("dr-test")]
    public async Task The_inputs_of_a_stack_are_the_approved_ones(string stack)
    {
        var text = (await Typed.Good("preview", "-s", stack, "--diff")).Output;

        // Not the provider, which comes last: how its arguments are written as JSON is the SDK's affair.
        Snapshot.Match(stack, text[text.IndexOf("+ ", StringComparison.Ordinal)..text.IndexOf("+ pulumi:providers:", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task It_names_every_stack_with_region_role_and_number_of_resources()
    {
        var lines = Lines(await Typed.Good("preview"));

        Assert.All(await DeclaredStacks.AllAsync(), graph => Assert.Contains(
            $"{graph.Stack} {graph.Region} {graph.Role.ToString().ToLowerInvariant()} {graph.Resources.Count(resource => !resource.IsComponent)} {graph.Resources.Count(resource => resource.Protect)}",
            lines));
    }

    [Fact]
    public async Task It_counts_every_kind_in_every_stack_below_the_total_of_its_service()
    {
        var graphs = await DeclaredStacks.AllAsync();
        var lines = Lines(await Typed.Good("preview")).ToList();
        var total = lines.IndexOf($"aws:ec2 {string.Join(' ', graphs.Select(graph => graph.Resources.Count(resource => resource.Type.StartsWith("aws:ec2/", StringComparison.Ordinal))))}");
        var subnets = lines.IndexOf($"Subnet {string.Join(' ', graphs.Select(graph => graph.Of("aws:ec2/subnet:Subnet").Count))}");

        Assert.InRange(total, 0, subnets);
        Assert.InRange(subnets, total, lines.FindIndex(line => line.StartsWith("aws:eks ", StringComparison.Ordinal)));
        Assert.Contains("Instance 1 1", lines);
        Assert.DoesNotContain(lines, line => line.Contains("ml-ta:index:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_kinds_fit_an_ordinary_terminal()
    {
        var lines = (await Typed.Good("preview")).Output.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => !line.StartsWith("  Kind ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task It_tells_what_is_copied_from_where_to_where()
    {
        var text = (await Typed.Good("preview")).Output;

        Assert.Contains("read replica", text, StringComparison.Ordinal);
        Assert.Contains("recovery point", text, StringComparison.Ordinal);
        Assert.Contains("replication of new objects", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_stack_it_tells_nothing_of_the_others()
    {
        var text = (await Typed.Good("preview", "-s", "backup")).Output;

        Assert.StartsWith("What 1 stack declares  (Pulumi: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("us-west-2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_diff_it_shows_every_resource_with_its_options_and_inputs()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var lines = (await Typed.Good("-s", "secondary", "--diff")).Output.Split(Environment.NewLine);

        Assert.All(graph.Resources.Where(resource => !resource.IsComponent), resource => Assert.Contains($"    [{resource.Urn}]", lines));
        Assert.Contains("+ aws:kms/key:Key backup-key, protect, retainOnDelete", lines);
        Assert.Contains("+ aws:backup/regionSettings:RegionSettings backup, ignoreChanges resourceTypeOptInPreference", lines);
        Assert.Contains($"    dependsOn {graph.Of("aws:s3/bucketVersioning:BucketVersioning")[0].Urn}", lines);
        Assert.Contains("    identifier: \"ml-ta-production-replica\"", lines);
        Assert.Contains("    backupRetentionPeriod: 14", lines);
        Assert.Contains("    multiAz: true", lines);
        Assert.Contains("        [0]: \"${aws:ec2/subnet:Subnet::network-private-us-east-1a.id}\"", lines);
    }

    [Fact]
    public async Task With_diff_a_policy_can_be_read()
    {
        var lines = Lines(await Typed.Good("-s", "primary", "--diff"));

        Assert.Contains("assumeRolePolicy: (json)", lines);
        Assert.Contains("[0]: \"backup.amazonaws.com\"", lines);
    }

    [Fact]
    public async Task With_diff_a_text_of_several_lines_can_be_read()
    {
        var (path, text) = (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Resources.SelectMany(InputTexts.Texts)
            .First(input => input.Text.Contains('\n', StringComparison.Ordinal) && !input.Text.StartsWith('{'));
        var lines = (await Typed.Good("-s", "primary", "--diff")).Output.Split(Environment.NewLine).Select(line => line.Trim()).ToList();

        Assert.Equal(
            text.Split('\n').Select(line => line.Trim()),
            lines.Skip(lines.IndexOf($"{path[(path.IndexOf('.', 1) + 1)..]}: (text)") + 1).Take(text.Split('\n').Length));
    }

    [Fact]
    public async Task With_diff_nothing_is_wrapped()
    {
        var longest = (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Resources.SelectMany(InputTexts.Texts)
            .Select(input => input.Text)
            .Where(text => !text.StartsWith('{') && !text.Contains('\n', StringComparison.Ordinal))
            .MaxBy(text => text.Length)!;

        Assert.Contains($"\"{longest}\"", (await Typed.Good("-s", "primary", "--diff")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_plain_text_whatever_the_environment_says()
    {
        var text = (await Typed.Good("preview")).Output;

        Assert.DoesNotContain('\u001b', text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 141));
    }

    [Fact]
    public async Task It_does_not_depend_on_the_culture()
    {
        var before = (await Typed.Good("preview")).Output;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;

        Assert.Equal(before, (await Typed.Good("preview")).Output);
    }

    private static IReadOnlyList<string> Lines(Typed typed) =>
        [.. typed.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
