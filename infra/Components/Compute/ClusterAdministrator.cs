namespace MlTa.Components.Compute;

/// <summary>Who may do everything in a cluster.</summary>
/// <param name="Name">Of the resource.</param>
/// <param name="RoleArn">As whom.</param>
public sealed record ClusterAdministrator(string Name, string RoleArn);
