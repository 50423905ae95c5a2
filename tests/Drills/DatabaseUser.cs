namespace MlTa.Tests.Drills;

public sealed record DatabaseUser(string Name, string Password)
{
    /// <summary>As the application is given it.</summary>
    public string Url(int port, string database) => $"postgresql://{Name}:{Uri.EscapeDataString(Password)}@127.0.0.1:{port}/{database}?sslmode=prefer";
}
