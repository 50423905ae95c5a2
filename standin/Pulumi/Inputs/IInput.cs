namespace Pulumi;

/// <summary>An input whose type is only known at run time.</summary>
internal interface IInput
{
    IOutput ToOutput();
}
