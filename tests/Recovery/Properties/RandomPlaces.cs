using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>The committed stacks in other places.</summary>
/// <param name="Sites">Of the active stack, the standby, the archive, and the one that nobody is in yet.</param>
/// <param name="Names">Of the stacks.</param>
/// <param name="IsKeptByArchive">Whether a stack's images, state and key are in the archive's region, and not in its own.</param>
internal sealed record RandomPlaces(Site[] Sites, string[] Names, bool[] IsKeptByArchive)
{
    /// <param name="generations">The numbers of the stacks' databases.</param>
    /// <param name="shared">What all stacks have in common.</param>
    /// <param name="ttl">Seconds for which resolvers remember an answer.</param>
    /// <param name="isPaused">Whether nobody writes now.</param>
    public Estate Of(int[] generations, Func<StackSettings, StackSettings> shared, int ttl, bool isPaused)
    {
        StackSettings[] committed = [CommittedMoves.Committed["primary"], CommittedMoves.Committed["secondary"], CommittedMoves.Committed["backup"]];
        PeerSettings[] peers = [.. committed.Select((stack, index) => new PeerSettings { Stack = Names[index], Region = Sites[index].Region, Tier = stack.Tier })];
        StackSettings[] placed = [.. committed.Select((stack, index) => Placed(shared(stack), index, generations[index], peers))];
        var active = placed[0] with { Workloads = placed[0].Workloads with { WritesPaused = isPaused } };
        var standby = placed[1] with
        {
            Database = placed[1].Database with { Source = Protect.Of(active) },
            Failover = placed[1].Failover! with
            {
                PrimaryStack = active.Stack,
                TtlSeconds = ttl,
                Rehome = new() { Region = Sites[3].Region, Zones = Sites[3].Zones, CidrBlock = Sites[3].CidrBlock },
            },
        };
        return new([active, standby, placed[2]]);
    }

    private StackSettings Placed(StackSettings stack, int index, int generation, PeerSettings[] peers)
    {
        var site = Sites[index];
        var kept = IsKeptByArchive[index] ? Sites[2].Region : site.Region;
        var images = $"{stack.Account}.dkr.ecr.{kept}.amazonaws.com";
        return stack with
        {
            Stack = Names[index],
            Region = site.Region,
            Peers = [.. peers.Where(peer => peer.Stack != Names[index])],
            Network = stack.Network with { CidrBlock = site.CidrBlock, Zones = site.Zones },
            StateBackend = $"s3://{Names[index]}-state?region={kept}",
            SecretsProvider = $"awskms://alias/pulumi?region={kept}",
            Database = stack.Database with { Generation = generation },
            Workloads = stack.Workloads with { Registry = images, ChartRepository = $"oci://{images}/charts" },
        };
    }
}
