namespace Pulumi;

/// <summary>Messages to the engine. Without one only errors matter: they fail the evaluation.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        RequireDeployment();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        RequireDeployment();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        RequireDeployment();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        RequireDeployment().Errors.Enqueue(message);

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);

    private static Deployment RequireDeployment() => Deployment.Instance.Deployment;
}
