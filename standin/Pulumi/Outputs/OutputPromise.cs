using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output property of a resource, to be settled when the resource is registered.</summary>
internal abstract class OutputPromise
{
    public abstract Type Type { get; }

    private protected abstract object Output { get; }

    public abstract void Settle(OutputData<object?> data);

    public abstract void SettleIfMissing(bool isKnown);

    public abstract void Fail(Exception exception);

    /// <summary>Gives every output property of a resource its promise. A component's own it sets itself.</summary>
    public static ImmutableDictionary<string, OutputPromise> MakeAll(Resource resource)
    {
        var promises = ImmutableDictionary.CreateBuilder<string, OutputPromise>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } output
                && (resource is CustomResource || property.DeclaringType == typeof(Resource)))
            {
                promises.Add(output.Name ?? property.Name, Make(resource, property, output));
            }
        }

        return promises.ToImmutable();
    }

    private static OutputPromise Make(Resource resource, PropertyInfo property, OutputAttribute output)
    {
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new RunException(
                $"Output(s) '{output.Name}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
        }

        var name = $"[Output] {resource.GetType().FullName}.{property.Name}";
        // Asked of the declaring type: a private setter is invisible from a derived one.
        var setter = property.DeclaringType!.GetProperty(property.Name)!.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{name} did not have a 'set' method");

        TargetType.Check(name, type.GenericTypeArguments[0]);
        var promise = (OutputPromise)Activator.CreateInstance(
            typeof(OutputPromise<>).MakeGenericType(type.GenericTypeArguments), resource)!;
        setter.Invoke(resource, [promise.Output]);
        return promise;
    }
}
