using MlTa.Settings;

namespace MlTa.Recovery.Scenarios;

/// <summary>How long each category may last.</summary>
public static class Targets
{
    public static double MinutesOf(Category category, ObjectivesSettings objectives) => category switch
    {
        Category.Minor => objectives.MinorIncidentMinutes,
        Category.Major => objectives.MajorIncidentMinutes,
        _ => objectives.RecoveryTimeMinutes,
    };
}
