namespace StructIndex;

/// <summary>One search, judged on a set of questions.</summary>
public sealed class EvaluationRun
{
    private readonly Lazy<EvaluationSummary> _summary;
    private readonly Lazy<IReadOnlyList<EvaluationSummary>> _categories;
    private readonly Lazy<IReadOnlyList<EvaluationSummary>> _byNaming;

    /// <summary>Creates a run.</summary>
    /// <param name="name">What was judged, for people to read.</param>
    /// <param name="queries">The questions with their answers.</param>
    public EvaluationRun(string name, IReadOnlyList<QueryEvaluation> queries)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(queries);
        Name = name;
        Queries = queries;
        QueryEvaluation[] answerable = [.. queries.Where(query => !query.Query.ExpectsNothing)];
        Abstention = AbstentionSummary.Of(queries);
        _summary = new(() => EvaluationSummary.Of("", answerable));
        _categories = new(() =>
        [
            .. answerable.GroupBy(query => query.Query.Category, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => EvaluationSummary.Of(group.Key, [.. group])),
        ]);
        _byNaming = new(() =>
        [
            .. answerable.GroupBy(query => query.Query.NamesTarget)
                .OrderByDescending(group => group.Key)
                .Select(group => EvaluationSummary.Of(group.Key ? "answer named" : "answer not named", [.. group])),
        ]);
    }

    /// <summary>What was judged.</summary>
    public string Name { get; }

    /// <summary>The questions with their answers, in their order.</summary>
    public IReadOnlyList<QueryEvaluation> Queries { get; }

    /// <summary>The measures over all questions that have an answer.</summary>
    public EvaluationSummary Summary => _summary.Value;

    /// <summary>The measures by category, in the order of their names.</summary>
    public IReadOnlyList<EvaluationSummary> Categories => _categories.Value;

    /// <summary>
    /// The measures of the questions that name an answer (<see cref="EvaluationQuery.NamesTarget"/>), and of those that do not; only those
    /// there are.
    /// </summary>
    public IReadOnlyList<EvaluationSummary> ByNaming => _byNaming.Value;

    /// <summary>The parts that a report shows: categories and naming, each where it divides the questions.</summary>
    public IEnumerable<EvaluationSummary> Parts => [.. Categories.Count > 1 ? Categories : [], .. ByNaming.Count > 1 ? ByNaming : []];

    /// <summary>
    /// Median of <see cref="QueryEvaluation.LinesRead"/> over the questions that have an answer, one that is not found counting as more
    /// than any: what finding an answer costs, which a rank does not say where results are of different sizes. Null where it is not found
    /// for half of them.
    /// </summary>
    public int? MedianLinesRead
    {
        get
        {
            int[] lines = [.. Queries.Where(query => !query.Query.ExpectsNothing).Select(query => query.LinesRead ?? int.MaxValue).Order()];
            return lines.Length == 0 || lines[lines.Length / 2] == int.MaxValue ? null : lines[lines.Length / 2];
        }
    }

    /// <summary>What was refused.</summary>
    public AbstentionSummary Abstention { get; }

    /// <summary>
    /// The first result of each question with its relevance, right when it is in a file that answers; what <see cref="Reliability"/> and
    /// the curves are made of. Questions without results have none.
    /// </summary>
    internal IReadOnlyList<ConfidenceSample> FirstAnswers => [.. Queries.Select(query => query.FirstAnswer).OfType<ConfidenceSample>()];

    /// <summary>Whether the relevance of first results is a probability: right where the first result is in a file that answers.</summary>
    public ReliabilityDiagram Reliability => ReliabilityDiagram.Of(FirstAnswers);

    /// <summary>
    /// Whether what a search says of the question as a whole is the probability that there is an answer; means something where some
    /// questions should get none.
    /// </summary>
    public ReliabilityDiagram AnswerReliability =>
        ReliabilityDiagram.Of([.. Queries.Where(query => query.Answer.Relevance is >= 0 and <= 1).Select(query => new ConfidenceSample(query.Answer.Relevance, !query.Query.ExpectsNothing))]);

    /// <summary>How often a first result is wrong when only the surest are given.</summary>
    public RiskCoverageCurve RiskCoverage => RiskCoverageCurve.Of(FirstAnswers);

    /// <summary>Precision and recall of first results over all thresholds of relevance.</summary>
    internal PrecisionRecallCurve PrecisionRecall => PrecisionRecallCurve.Of(FirstAnswers, Abstention.Answerable);

    /// <summary>
    /// The questions, worst first: by the rank of the first right answer, none being the worst, then by nDCG@10. A question that should get
    /// nothing comes first when it was answered (the surest first), and last when it was refused.
    /// </summary>
    public IEnumerable<QueryEvaluation> WorstFirst => Queries
        .OrderByDescending(Badness)
        .ThenBy(query => query.Metrics.Ndcg)
        .ThenByDescending(query => query.FirstAnswer?.Confidence ?? 0)
        .ThenBy(query => query.Query.Id, StringComparer.Ordinal);

    /// <summary>Whether any question asks for less than a file, so that <see cref="ByFile"/> says something else.</summary>
    public bool HasPlaces => Queries.Any(query => query.Query.Targets.Any(target => target.Path is not null && (target.Lines is not null || target.Symbol is not null)));

    /// <summary>
    /// The same answers judged more mildly: it is enough to find the file. Targets that name a symbol alone stay as they are.
    /// </summary>
    public EvaluationRun ByFile() => new(Name, [.. Queries.Select(query => QueryEvaluation.Of(query.Query with { Targets = [.. query.Query.Targets.Select(target => target.AsFile).Distinct()] }, query.Answer))]);

    /// <summary>Compares with another run on the same questions, over those that have an answer.</summary>
    /// <param name="other">The other run.</param>
    /// <param name="measure">What to compare.</param>
    /// <exception cref="ArgumentException">The runs are not of the same questions.</exception>
    public PairedComparison CompareTo(EvaluationRun other, EvaluationMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Queries.Select(query => query.Query.Id).SequenceEqual(Queries.Select(query => query.Query.Id), StringComparer.Ordinal)
            ? PairedComparison.Randomisation(Values(this, measure), Values(other, measure))
            : throw new ArgumentException("The runs are not of the same questions.", nameof(other));
    }

    private static double[] Values(EvaluationRun run, EvaluationMeasure measure) =>
        [.. run.Queries.Where(query => !query.Query.ExpectsNothing).Select(query => measure.Of(query.Metrics))];

    private static double Badness(QueryEvaluation query) =>
        query.Query.ExpectsNothing ? query.Answer.Abstained || query.Answer.Items.Count == 0 ? -1 : 1 : 1 - query.Metrics.DeepReciprocalRank;
}
