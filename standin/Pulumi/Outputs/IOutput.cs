namespace Pulumi;

/// <summary>An output whose type is only known at run time.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
