namespace MlTa.Recovery.Scenarios;

/// <summary>The recovery plan's categories of disasters.</summary>
public enum Category
{
    Minor,
    Major,
    Catastrophic,
}
