using MlTa.Recovery.Moves;

namespace MlTa.Commands.Runbooks;

/// <summary>What the machine of whoever recovers must have, and how it reaches each stack.</summary>
internal static class Preparation
{
    public static void Write(Markdown text, Estate estate)
    {
        text.Heading(2, "Before anything")
            .List(
            [
                "A clone of this repository, the .NET SDK, the `pulumi` and `aws` command lines with their plugins installed: nothing may have to be downloaded from a region that is gone.",
                $"Credentials of {estate.Active!.Names.DeployRoleArn}; if single sign-on is down, of {estate.Active!.Names.BreakGlassRoleArn}.",
                "Never `--refresh`, and no `up` of a stack in a region that does not answer: it hangs.",
                "While us-east-1 is gone no `up` of any stack: IAM, Route 53 and bucket configuration are changed there, for every region.",
            ])
            .Paragraph("Each stack keeps its state where it survives; before its `up`:")
            .Code("bash", estate.Stacks.Select(stack => $"export PULUMI_BACKEND_URL='{stack.StateBackend}'   # {stack.Stack}"));
    }
}
