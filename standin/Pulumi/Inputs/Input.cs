namespace Pulumi;

/// <summary>A plain value or an output: what a resource takes.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> value) => Value = value ?? throw new ArgumentNullException(nameof(value));

    private protected Output<T> Value { get; set; }

    public static implicit operator Input<T>(T value) => Output.Create(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Value;

    IOutput IInput.ToOutput() => Value;
}
