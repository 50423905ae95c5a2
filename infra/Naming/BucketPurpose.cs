namespace MlTa.Naming;

/// <summary>What a bucket holds. Every region has one bucket for each.</summary>
public enum BucketPurpose
{
    /// <summary>Trained models, read by the API at start.</summary>
    Models,

    /// <summary>Training data.</summary>
    Data,

    /// <summary>Kubernetes objects that code does not rebuild.</summary>
    ConfigBackups,

    /// <summary>Exports of the Pulumi state, put there after each <c>up</c> by whoever ran it. The live state is elsewhere.</summary>
    PulumiStateBackups,
}
