namespace Pulumi;

/// <summary>
/// Only here so that calls which the real constructors make ambiguous are ambiguous here too: nobody can make one.
/// </summary>
public sealed class RegisterPackageRequest
{
    private RegisterPackageRequest()
    {
    }
}
