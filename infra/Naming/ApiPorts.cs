namespace MlTa.Naming;

/// <summary>Where the API listens.</summary>
public static class ApiPorts
{
    public const int Container = 8080;

    /// <summary>On every node; what the load balancer sends to. Within Kubernetes' range of 30000 to 32767.</summary>
    public const int Node = 30080;

    /// <summary>What users and health checks connect to.</summary>
    public const int Https = 443;
}
