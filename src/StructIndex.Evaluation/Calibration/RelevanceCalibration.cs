namespace StructIndex;

/// <summary>A threshold, and what it does to the queries it was fitted to.</summary>
/// <param name="MinimumRelevance">
/// The threshold, for <see cref="CodeIndex.WithMinimumRelevance"/> or <see cref="SearchOptions.MinimumRelevance"/>.
/// </param>
/// <param name="Reached">Whether the target is reached. Where no threshold reaches it, this is the nearest.</param>
/// <param name="Precision">Share of the answered questions whose first hit is right; 0 where none is answered.</param>
/// <param name="Answered">Share of the questions with an answer that get one, right or wrong.</param>
/// <param name="FalseAlarms">Share of the questions without an answer that get one; null where there were none.</param>
public sealed record RelevanceCalibration(double MinimumRelevance, bool Reached, double Precision, double Answered, double? FalseAlarms);
