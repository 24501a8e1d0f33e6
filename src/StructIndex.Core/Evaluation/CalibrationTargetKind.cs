namespace StructIndex;

/// <summary>What a threshold is fitted to.</summary>
public enum CalibrationTargetKind
{
    /// <summary>The share of the answered questions whose first hit is right.</summary>
    Precision,

    /// <summary>The share of the questions without an answer that are answered all the same.</summary>
    FalseAlarms,
}
