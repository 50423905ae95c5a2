namespace MlTa.Settings;

/// <summary>Marks a property of a settings record that no stack file can set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAKeyAttribute : Attribute;
