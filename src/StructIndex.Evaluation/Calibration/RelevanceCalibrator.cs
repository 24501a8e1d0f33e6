namespace StructIndex;

/// <summary>Fits the threshold below which an index abstains to the user's own queries.</summary>
public static class RelevanceCalibrator
{
    /// <summary>Finds the lowest threshold that reaches a target, so that as many questions as possible are answered.</summary>
    /// <param name="index">The index; it stays as it is. <see cref="CodeIndex.WithMinimumRelevance"/> puts the threshold in.</param>
    /// <param name="queries">
    /// Questions about the indexed code, and best also some that should get nothing. Fifty or more make the figures mean something.
    /// </param>
    /// <param name="target">What to reach.</param>
    /// <param name="progress">Receives the number of questions asked so far; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no query, or none of the kind that the target counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share to reach is no number from 0 to 1.</exception>
    public static async Task<RelevanceCalibration> CalibrateAsync(
        CodeIndex index, IReadOnlyList<EvaluationQuery> queries, CalibrationTarget target, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(queries);
        if (target.Share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(target), target.Share, "A share lies between 0 and 1.");
        }

        bool falseAlarms = target.CountsFalseAlarms;
        if (!queries.Any(query => query.ExpectsNothing == falseAlarms))
        {
            throw new ArgumentException(
                falseAlarms
                    ? "A share of false alarms needs questions that should get nothing: queries with an empty list of what is relevant."
                    : "A precision needs questions that have an answer: queries with something in the list of what is relevant.",
                nameof(queries));
        }

        TargetPaths paths = TargetPaths.Of(new EvaluationSet(queries), index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal));
        List<Asked> asked = [];
        foreach (EvaluationQuery query in queries)
        {
            SearchResult found = await index.SearchAsync(query.Text, new SearchOptions { MinimumRelevance = 0, Limit = 1 }, cancellationToken).ConfigureAwait(false);
            bool right = found.Hits.Count > 0 && query.Targets.Any(wanted => wanted.IsHitBy(paths.Name(RetrievedItem.Of(found.Hits[0]))));
            asked.Add(new Asked(found.Relevance, query.ExpectsNothing, right));
            progress?.Report(asked.Count);
        }

        return Fit(asked, target);
    }

    private static RelevanceCalibration Fit(List<Asked> asked, CalibrationTarget target)
    {
        // Between two neighbouring relevances every threshold does the same, so one just above each and the one that refuses nothing are
        // all there are.
        double[] thresholds = [0, .. asked.Select(question => Math.Min(Math.BitIncrement(question.Relevance), 1)).Distinct().Order()];
        RelevanceCalibration[] all = [.. thresholds.Select(threshold => At(asked, threshold, target))];
        return Array.Find(all, calibration => calibration.Reached)
            ?? (target.CountsFalseAlarms ? all[^1] : all.MaxBy(calibration => calibration.Precision)!);
    }

    private static RelevanceCalibration At(List<Asked> asked, double threshold, CalibrationTarget target)
    {
        Asked[] answered = [.. asked.Where(question => question.Relevance >= threshold)];
        double precision = Share(answered, question => question.Right);
        double? falseAlarms = asked.Exists(question => question.ExpectsNothing) ? Share([.. asked.Where(question => question.ExpectsNothing)], question => question.Relevance >= threshold) : null;
        bool reached = target.CountsFalseAlarms ? falseAlarms <= target.Share : answered.Length > 0 && precision >= target.Share;
        return new RelevanceCalibration(threshold, reached, precision, Share([.. asked.Where(question => !question.ExpectsNothing)], question => question.Relevance >= threshold), falseAlarms);
    }

    private static double Share(IReadOnlyCollection<Asked> questions, Func<Asked, bool> counts) => questions.Count == 0 ? 0 : questions.Count(counts) / (double)questions.Count;

    private readonly record struct Asked(double Relevance, bool ExpectsNothing, bool Right);
}
