namespace MlTa.Tests.Drills;

internal sealed class NeedsPostgresAttribute() : NeedsProgramsAttribute("postgresql", PostgresServer.Programs);
