using System.Reflection;

namespace Pulumi;

/// <summary>The root of everything that a program declares.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Root(options)) =>
        Deployment.Instance.Deployment.Stack = this;

    internal void RegisterPropertyOutputs()
    {
        var outputs = GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !property.DeclaringType!.IsAssignableFrom(typeof(Stack)))
            .Select(property => (Property: property, Output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Output is not null)
            .ToDictionary(pair => pair.Output!.Name ?? pair.Property.Name, pair => pair.Property.GetValue(this));

        if (Names(value => value is null) is { Length: > 0 } unassigned)
        {
            throw new RunException(
                $"Output(s) '{unassigned}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (Names(value => value is not IOutput) is { Length: > 0 } wrong)
        {
            throw new RunException(
                $"Output(s) '{wrong}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
        }

        RegisterOutputs(outputs);

        string Names(Func<object?, bool> isBad) =>
            string.Join(", ", outputs.Where(output => isBad(output.Value)).Select(output => output.Key));
    }

    private static ComponentResourceOptions? Root(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
