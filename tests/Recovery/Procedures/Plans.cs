using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Settings;
using MlTa.Tests.Support;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>The committed stacks and their procedures, each evaluated once for all tests.</summary>
internal static class Plans
{
    public const string Oregon = "us-west-2";
    public const string Virginia = "us-east-1";
    public const string Ireland = "eu-west-1";

    private static readonly Lazy<Task<IReadOnlyList<RecoveryPlan>>> s_all = new(AllOfAsync);

    public static GraphCache Graphs { get; } = new();

    public static Estate Committed { get; } = new([.. CommittedStacks.All]);

    /// <summary>The standby was promoted, and the old active stack is fenced.</summary>
    public static Estate AfterFailover { get; } = FailOver.Sudden(Committed, "secondary").End;

    /// <summary>Both serving regions were lost, and the archive serves.</summary>
    public static Estate AfterColdRestore { get; } = RestoreCold.In(Committed, "backup", isGraceful: false).End;

    public static Task<RecoveryPlan> SuddenAsync(params string[] alsoLost) => FailoverPlan.SuddenAsync(Committed, "secondary", Set([Oregon, .. alsoLost]), Graphs);

    public static Task<RecoveryPlan> GracefulAsync() => FailoverPlan.GracefulAsync(Committed, "secondary", Graphs);

    public static Task<RecoveryPlan> ColdAsync(params string[] lost) => ColdRestorePlan.OfAsync(Committed, isGraceful: false, Set(lost), Graphs);

    public static Task<RecoveryPlan> ReopenedAsync(params string[] lost) => ReopenPlan.OfAsync(AfterFailover, "primary", Set(lost), Graphs);

    /// <summary>Every procedure that there is for the committed stacks.</summary>
    public static Task<IReadOnlyList<RecoveryPlan>> AllAsync() => s_all.Value;

    public static Estate With(this Estate estate, string stack, Func<StackSettings, StackSettings> change) => estate.With(change(estate[stack]));

    public static RecoveryStep Step(this RecoveryPlan plan, string id) => plan.Steps.Single(step => step.Id == id);

    public static RecoveryStep Called(this RecoveryPlan plan, string api) => plan.Steps.Single(step => step.Api == api);

    /// <summary>Whether one step waits for the other, directly or not.</summary>
    public static bool Waits(this RecoveryPlan plan, RecoveryStep step, string other) =>
        step.After.Contains(other) || step.After.Any(before => plan.Waits(plan.Step(before), other));

    public static IReadOnlySet<string> Set(params string[] regions) => regions.ToHashSet();

    public static async Task<IReadOnlyList<StackGraph>> DeclaredAsync(Estate estate) => await Graphs.OfAsync(estate.Stacks);

    private static async Task<IReadOnlyList<RecoveryPlan>> AllOfAsync() =>
    [
        await SuddenAsync(),
        await GracefulAsync(),
        await ColdAsync(Oregon, Virginia),
        await ColdRestorePlan.OfAsync(Committed, isGraceful: true, Set(), Graphs),
        await ContentPlan.OfAsync(Committed, Graphs),
        await ServicePlan.OfAsync(Committed, Graphs),
        await ReopenedAsync(Virginia),
        await FailBackPlan.OfAsync(AfterFailover, "primary", Graphs),
        await ProtectPlan.OfAsync("Protect", Protect.By(AfterFailover, "primary"), Set(), Graphs),
        await ProtectPlan.OfAsync("Re-home", Rehome.InPlaceOf(AfterFailover, "primary", Committed["secondary"].Failover!.Rehome!), Set(Oregon), Graphs),
    ];
}
