namespace MlTa.Components.Workloads;

/// <summary>How the application is told where its stores are. User, password and token may hold any character, so they are percent-encoded.</summary>
internal static class ConnectionUrls
{
    private const string CacheDatabase = "0";

    /// <summary>RDS refuses connections without TLS (<c>rds.force_ssl</c>).</summary>
    public static string Database(string password, string address) =>
        $"postgresql://{Components.Database.UserName}:{Uri.EscapeDataString(password)}@{address}:{DatabaseFoundation.Port}/{Components.Database.Name}?sslmode=require";

    /// <summary>A token has no user; <c>rediss</c> is Redis over TLS.</summary>
    public static string Cache(string token, string address) =>
        $"rediss://:{Uri.EscapeDataString(token)}@{address}:{Components.Cache.Port}/{CacheDatabase}";
}
