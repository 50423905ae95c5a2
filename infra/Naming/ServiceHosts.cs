namespace MlTa.Naming;

/// <summary>The names that users and health checks resolve.</summary>
/// <param name="Zone">The hosted zone's name, <c>ml-ta.com</c>.</param>
public sealed record ServiceHosts(string Zone)
{
    /// <summary>What users call. Answers with the region that serves; so nothing that decides which one this is may watch it.</summary>
    public string Api => $"api.{Zone}";

    public string Status => $"status.{Zone}";

    /// <summary>One region's own name, whatever its role. This is what health checks watch.</summary>
    public string Regional(string region) => $"api.{region}.{Zone}";
}
