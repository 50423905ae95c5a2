namespace Pulumi;

/// <summary>The evaluation that is running, as its program sees it.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    public string OrganizationName => Deployment.OrganizationName;

    public string ProjectName => Deployment.ProjectName;

    public string StackName => Deployment.StackName;

    public bool IsDryRun => Deployment.IsDryRun;

    public string RootDirectory => Deployment.RootDirectory ?? throw new InvalidOperationException(
        "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    internal Deployment Deployment { get; }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(Call<T>(token, args, options).CompleteAsync());

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await Call<T>(token, args, options).CompleteAsync().ConfigureAwait(false)).Value;

    private Invocation<T> Call<T>(string token, InvokeArgs args, InvokeOptions? options) => new(Deployment, token, args, options);
}
