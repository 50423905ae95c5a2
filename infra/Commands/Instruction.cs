using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;

namespace MlTa.Commands;

/// <summary>One thing that a person does in a procedure, in its order.</summary>
/// <param name="Title">What.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Takes">How long.</param>
/// <param name="Step">The step of the plan; null for what comes after it.</param>
/// <param name="Lines">What is typed.</param>
internal sealed record Instruction(string Title, string Who, string Takes, RecoveryStep? Step, IReadOnlyList<string> Lines)
{
    public PlannedUp? Up { get; private init; }

    /// <summary>Waits stand between the <c>up</c>s that they separate, and what nobody waits for stands at the end.</summary>
    public static IReadOnlyList<Instruction> Of(RecoveryPlan plan) =>
    [
        .. plan.Steps.Where(step => step.Actor is not (Actor.Machine or Actor.Pulumi)).Select(step => Of(plan, step)),
        .. plan.Planned.Ups.Except(plan.Ups).Select(up => new Instruction(
            $"{(plan.Lost.Contains(up.After.Region) ? $"As soon as {up.After.Region} answers" : "Afterwards")}, in {up.Phase.Stack}: {up.Phase.Purpose}",
            ActorNames.Of(Actor.OnCall),
            "",
            null,
            LinesOf(plan, up, isLater: true)) { Up = up }),
    ];

    private static Instruction Of(RecoveryPlan plan, RecoveryStep step)
    {
        var up = plan.Ups.FirstOrDefault(up => step.Id == UpSteps.StartOf(up));
        var lines = step.Id switch
        {
            _ when up is not null => LinesOf(plan, up, isLater: false),
            Handover.Edit => LostFiles(plan),
            _ => step.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        };
        return new(step.Title, ActorNames.Of(step.Actor), Minutes.Text(step.Duration.Minutes, step.Duration.Grade), step, lines) { Up = up };
    }

    private static IReadOnlyList<string> LinesOf(RecoveryPlan plan, PlannedUp up, bool isLater) =>
    [
        $"export PULUMI_BACKEND_URL='{up.Phase.After.StateBackend}'",
        .. up.Phase.Before is null
            ? [$"pulumi stack init {up.Phase.Stack} --secrets-provider '{up.Phase.After.SecretsProvider}'", .. NewStackFile.Secrets(up.Phase.After)]
            // A stack whose state is lost has been edited by hand already.
            : isLater && plan.Lost.Contains(up.After.Region) ? [] : up.Phase.Config.Select(change => Unknowns.Show(change.Command)),
        UpSteps.CommandOf(up, plan is { IsOutage: true, Lost.Count: > 0 } && !isLater),
    ];

    /// <summary>The CLI sets keys of a stack only where it reaches the stack's state: a lost one's file is edited.</summary>
    private static IReadOnlyList<string> LostFiles(RecoveryPlan plan) =>
    [
        .. from up in plan.Planned.Ups.Except(plan.Ups)
           where plan.Lost.Contains(up.After.Region)
           from change in up.Phase.Config
           select $"# in Pulumi.{change.Stack}.yaml, by hand: {change.Key}: {change.To}",
    ];
}
