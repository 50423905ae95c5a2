using MlTa.Settings;

namespace MlTa.Components.Traffic;

/// <summary>What each role of the stack that keeps the failover records makes of them.</summary>
/// <param name="Pinned">The stack whose gate says no, whatever the region answers; null for none.</param>
/// <param name="IsSecondaryGated">Whether the <c>SECONDARY</c> record asks its region before it is answered.</param>
public sealed record FailoverGates(string? Pinned, bool IsSecondaryGated)
{
    /// <param name="role">The role of the stack that keeps the records.</param>
    /// <param name="pinned">Whether the other region is never to be asked while this one is active.</param>
    /// <param name="primaryStack">The stack behind the <c>PRIMARY</c> record.</param>
    /// <param name="secondaryStack">The stack that keeps the records, behind the <c>SECONDARY</c> one.</param>
    public static FailoverGates Of(Role role, bool pinned, string primaryStack, string secondaryStack) => role switch
    {
        // Whoever can write is answered; so a promotion moves users by itself.
        Role.Standby => new(Pinned: null, IsSecondaryGated: true),

        // The old writer may come back and be writable, so it is never asked again. Nor is this region: with two gates that
        // say no Route 53 answers the primary, and a short outage here would send writers there.
        Role.Active when pinned => new(primaryStack, IsSecondaryGated: false),

        // The other region follows, and so cannot write: whoever can is answered, as on a standby.
        Role.Active => new(Pinned: null, IsSecondaryGated: true),

        // This region's database was left behind and may still be writable: the same, the other way round. If the primary
        // fails too, two gates say no, and it is the primary that is answered.
        Role.Fenced => new(secondaryStack, IsSecondaryGated: true),

        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "an archive keeps no failover records"),
    };
}
