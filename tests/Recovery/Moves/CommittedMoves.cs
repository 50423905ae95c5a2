using MlTa.Recovery.Moves;
using MlTa.Tests.Support;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Every move of the committed stacks. What comes after a failover begins with it.</summary>
internal static class CommittedMoves
{
    public const string Sudden = "sudden failover";
    public const string Graceful = "graceful failover";
    public const string ThereAndBack = "failover and failback";
    public const string BackTwice = "there and back, twice";
    public const string Content = "content";
    public const string ContentAndBack = "content, then there and back";
    public const string ColdSudden = "cold restore";
    public const string ColdGraceful = "planned cold restore";
    public const string Service = "service";
    public const string Reopened = "failover, and back without what was written since";
    public const string Onward = "failover, and on without the lost region";

    public static Estate Committed { get; } = new([.. CommittedStacks.All]);

    public static Estate AfterFailover { get; } = FailOver.Sudden(Committed, "secondary").End;

    public static IReadOnlyDictionary<string, Move> All { get; } = new Dictionary<string, Move>
    {
        [Sudden] = FailOver.Sudden(Committed, "secondary"),
        [Graceful] = FailOver.Graceful(Committed, "secondary"),
        [ThereAndBack] = Back(Committed),
        [BackTwice] = Back(Committed).Then(Back),
        [Content] = RecoverContent.Of(Committed),
        [ContentAndBack] = RecoverContent.Of(Committed).Then(Back),
        [ColdSudden] = RestoreCold.In(Committed, "backup", isGraceful: false),
        [ColdGraceful] = RestoreCold.In(Committed, "backup", isGraceful: true),
        [Service] = RecoverService.Of(Committed),
        [Reopened] = FailOver.Sudden(Committed, "secondary").Then(next => Reopen.Of(next, "primary")),
        [Onward] = FailOver.Sudden(Committed, "secondary").Then(next => Rehome.InPlaceOf(next, "primary", next.KeeperOfRecords!.Failover!.Rehome!)),
    };

    /// <summary>Each by itself, from where it begins.</summary>
    public static IReadOnlyList<Move> Procedures { get; } =
    [
        FailOver.Sudden(Committed, "secondary"),
        FailOver.Graceful(Committed, "secondary"),
        FailBack.To(AfterFailover, "primary"),
        RecoverContent.Of(Committed),
        RestoreCold.In(Committed, "backup", isGraceful: false),
        RestoreCold.In(Committed, "backup", isGraceful: true),
        RecoverService.Of(Committed),
        Reopen.Of(AfterFailover, "primary"),
        Rehome.InPlaceOf(AfterFailover, "primary", CommittedStacks.Secondary.Failover!.Rehome!),
    ];

    private static Move Back(Estate estate) => FailOver.Sudden(estate, "secondary").Then(next => FailBack.To(next, "primary"));
}
