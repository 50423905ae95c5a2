using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output property of a resource, to be settled when the resource is registered.</summary>
internal abstract class OutputPromise
{
    /// <summary>Reflection is slow, and every resource of a type has the same properties.</summary>
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputProperty>> s_properties = new();

    public abstract Type Type { get; }

    private protected abstract object Output { get; }

    public abstract void Settle(OutputData<object?> data);

    public abstract void SettleIfMissing(bool isKnown);

    public abstract void Fail(Exception exception);

    /// <summary>Gives every output property of a resource its promise. A component's own it sets itself.</summary>
    public static ImmutableDictionary<string, OutputPromise> MakeAll(Resource resource)
    {
        var promises = ImmutableDictionary.CreateBuilder<string, OutputPromise>();
        foreach (var property in s_properties.GetOrAdd(resource.GetType(), PropertiesOf))
        {
            var promise = (OutputPromise)property.Constructor.Invoke(resource);
            property.Setter.Invoke(resource, promise.Output);
            promises.Add(property.Name, promise);
        }

        return promises.ToImmutable();
    }

    private static ImmutableArray<OutputProperty> PropertiesOf(Type resource) =>
    [
        .. from property in resource.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let output = property.GetCustomAttribute<OutputAttribute>()
           where output is not null && (resource.IsSubclassOf(typeof(CustomResource)) || property.DeclaringType == typeof(Resource))
           select Read(resource, property, output),
    ];

    private static OutputProperty Read(Type resource, PropertyInfo property, OutputAttribute output)
    {
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new RunException(
                $"Output(s) '{output.Name}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
        }

        var name = $"[Output] {resource.FullName}.{property.Name}";
        // Asked of the declaring type: a private setter is invisible from a derived one.
        var setter = property.DeclaringType!.GetProperty(property.Name)!.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{name} did not have a 'set' method");

        TargetType.Check(name, type.GenericTypeArguments[0]);
        var constructor = typeof(OutputPromise<>).MakeGenericType(type.GenericTypeArguments).GetConstructors().Single();
        return new(output.Name ?? property.Name, ConstructorInvoker.Create(constructor), MethodInvoker.Create(setter));
    }

    private sealed record OutputProperty(string Name, ConstructorInvoker Constructor, MethodInvoker Setter);
}
