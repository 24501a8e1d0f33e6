using System.Globalization;

namespace StructIndex;

/// <summary>What a threshold must reach on the queries it is fitted to.</summary>
public readonly record struct CalibrationTarget
{
    private CalibrationTarget(bool countsFalseAlarms, double share) => (CountsFalseAlarms, Share) = (countsFalseAlarms, share);

    /// <summary>The share to reach, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>
    /// Whether the share is of questions without an answer that are answered all the same, and not of answered questions with a right first
    /// hit.
    /// </summary>
    internal bool CountsFalseAlarms { get; }

    /// <summary>At least this share of the answered questions has a right first hit.</summary>
    /// <param name="share">0 to 1.</param>
    public static CalibrationTarget Precision(double share) => new(countsFalseAlarms: false, share);

    /// <summary>At most this share of the questions that should get nothing is answered.</summary>
    /// <param name="share">0 to 1.</param>
    public static CalibrationTarget FalseAlarms(double share) => new(countsFalseAlarms: true, share);

    /// <summary>For people, for example <c>a precision of 0.9</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a {(CountsFalseAlarms ? "share of false alarms" : "precision")} of {Share}");
}
