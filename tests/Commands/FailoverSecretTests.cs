using MlTa.Commands;
using MlTa.Commands.Runbooks;
using MlTa.Recovery;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Recovery;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>Plans, assessments and runbooks are sent around and printed: no secret is in any of them.</summary>
public sealed class FailoverSecretTests
{
    private const string Marker = "hush-5c1e";

    [Fact]
    public async Task No_secret_is_in_a_plan_an_assessment_or_a_runbook()
    {
        var (estate, graphs, output) = (new Estate([.. CommittedStacks.All.Select(WithMarkers)]), new GraphCache(), new StringWriter());

        foreach (var isGraceful in (bool[])[false, true])
        {
            var report = await FailoverReport.OfAsync(estate, new("secondary", null, isGraceful), graphs);
            FailoverText.Write(report, output);
            FailoverJson.Write(report, output);
        }

        var assessment = await Assessment.OfAsync(estate.Stacks, graphs, Assessed.Today);
        AssessText.Write(assessment, AssessmentDifferences.Between(await Assessed.CommittedAsync(), assessment), output);
        AssessJson.Write(assessment, null, output);
        output.Write(await Runbook.TextAsync(assessment, graphs));

        Assert.DoesNotContain(Marker, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ml-ta:role", output.ToString(), StringComparison.Ordinal);
    }

    private static StackSettings WithMarkers(StackSettings settings)
    {
        var copy = settings with { };
        var secrets = typeof(StackSettings).GetProperties().Where(property => property.PropertyType == typeof(SecretText)).ToList();
        Assert.NotEmpty(secrets);
        foreach (var secret in secrets)
        {
            secret.SetValue(copy, SecretText.Of(Marker));
        }

        return copy;
    }
}
