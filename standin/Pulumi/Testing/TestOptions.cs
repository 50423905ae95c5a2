namespace Pulumi.Testing;

/// <summary>What stands in for the CLI's answers; the defaults are <c>project</c>, <c>stack</c> and a preview.</summary>
public class TestOptions
{
    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    public string? StackName { get; set; }

    public bool? IsPreview { get; set; }

    public string? OrganizationName { get; set; }
}
