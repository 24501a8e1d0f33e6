namespace StructIndex.Benchmarks;

/// <summary>A question that was asked of a repository, with the evidence that came back.</summary>
/// <param name="Question">The question.</param>
/// <param name="Evidence">The evidence for an answer, by <see cref="AnswerabilityFeature"/>; null where no unit holds a word of the question.</param>
/// <param name="NamesSymbol">Whether it names a symbol of few files, so that it is answered whatever the evidence.</param>
/// <param name="IsReadOtherwise">Whether words of it were taken for others.</param>
/// <param name="Hits">What speaks for each file among the first ten hits, best first.</param>
/// <param name="Right">For each of them whether it is a right answer.</param>
internal sealed record AskedQuestion(StyledQuestion Question, float[]? Evidence, bool NamesSymbol, bool IsReadOtherwise, HitFeatures[] Hits, bool[] Right)
{
    /// <summary>The name of the repository without its owner, which a fold leaves out as a whole.</summary>
    public string Package => Question.Repo[(Question.Repo.IndexOf('/', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    /// <summary>What the query is.</summary>
    public QueryKind Kind { get; } = ParsedQuery.Parse(Question.Query).Kind;

    /// <summary>How many of its words say what is sought.</summary>
    public int Words => Evidence is null ? 0 : (int)Math.Round(Math.Exp(Evidence[(int)AnswerabilityFeature.QueryWords]) - 1);

    /// <summary>Whether the repository answers it.</summary>
    public bool HasAnswer => Question.Negative is null;

    /// <summary>Whether a right answer is among the first ten hits.</summary>
    public bool IsFound => Right.Contains(true);

    /// <summary>The values that the relevance of a hit is made of.</summary>
    public double[] ValuesOf(HitFeatures hit, double answerable)
    {
        double[] values = new double[HitFeatures.Count];
        hit.CopyTo(Kind, Evidence, answerable, values);
        return values;
    }
}
