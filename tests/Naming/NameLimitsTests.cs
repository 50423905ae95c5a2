using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class NameLimitsTests
{
    private static readonly RegionNames s_names = new("ml-ta", "111122223333", "primary", "us-west-2");

    [Fact]
    public void Every_name_comes_with_its_limit() => Assert.Equal(
        [
            ("a bucket", "ml-ta-models-primary", 63),
            ("a bucket", "ml-ta-data-primary", 63),
            ("a bucket", "ml-ta-config-backups-primary", 63),
            ("a bucket", "ml-ta-pulumi-state-backups-primary", 63),
            ("a key alias", "alias/ml-ta-database", 256),
            ("a key alias", "alias/ml-ta-storage", 256),
            ("a key alias", "alias/ml-ta-backup", 256),
            ("a key alias", "alias/ml-ta-cluster", 256),
            ("a key alias", "alias/ml-ta-cache", 256),
            ("a key alias", "alias/ml-ta-alerts", 256),
            ("a database", "ml-ta-production-g2", 63),
            ("a database", "ml-ta-production", 63),
            ("a backup vault", "ml-ta-us-west-2", 50),
            ("a restore testing plan", "ml_ta_us_west_2", 50),
            ("a cluster and its cache", "ml-ta-primary", 40),
        ],
        NameLimits.Of(s_names, generations: [2, 0]));
}
