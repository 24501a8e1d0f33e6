namespace StructIndex;

/// <summary>What a threshold must reach on the queries it is fitted to.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The share to reach, 0 to 1.</param>
public readonly record struct CalibrationTarget(CalibrationTargetKind Kind, double Value)
{
    /// <summary>At least this share of the answered questions has a right first hit.</summary>
    /// <param name="share">0 to 1.</param>
    public static CalibrationTarget Precision(double share) => new(CalibrationTargetKind.Precision, share);

    /// <summary>At most this share of the questions that should get nothing is answered.</summary>
    /// <param name="share">0 to 1.</param>
    public static CalibrationTarget FalseAlarms(double share) => new(CalibrationTargetKind.FalseAlarms, share);
}
