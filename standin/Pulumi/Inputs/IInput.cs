namespace Pulumi;

/// <summary>An input whose type is only known at run time.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>As <see cref="ToOutput"/>, but a list or map comes with its items still apart, each with its own secrecy.</summary>
    IOutput ToParts();
}
