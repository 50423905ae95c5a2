using System.Reflection;

namespace Pulumi;

/// <summary>A resource made of other resources.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new())
    {
    }

    /// <summary>Registers the properties that carry <see cref="OutputAttribute"/>.</summary>
    protected void RegisterOutputs() => RegisterOutputs(GetType().GetProperties()
        .Where(property => property.Name != nameof(Urn))
        .Select(property => (Property: property, Output: property.GetCustomAttribute<OutputAttribute>()))
        .Where(pair => pair.Output is not null)
        .ToDictionary(
            pair => string.IsNullOrWhiteSpace(pair.Output!.Name) ? pair.Property.Name : pair.Output.Name,
            pair => pair.Property.GetValue(this)));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var deployment = Deployment.Instance.Deployment;
        deployment.InFlight.Add(deployment.Monitor.RegisterOutputsAsync(this, outputs));
    }
}
