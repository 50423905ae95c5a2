using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>The tests that share one PostgreSQL.</summary>
[CollectionDefinition(nameof(PostgresTests))]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>;
