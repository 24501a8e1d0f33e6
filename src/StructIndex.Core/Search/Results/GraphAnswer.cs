namespace StructIndex;

/// <summary>Answers questions about the graph by its edges.</summary>
internal static class GraphAnswer
{
    /// <summary>
    /// The units that stand in the relation, the surest first; null where the symbol is unknown, or nothing stands in it, so that the
    /// search goes on by words.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="question">The question.</param>
    /// <param name="allowed">The units that a filter allows; null for all.</param>
    /// <param name="options">How many hits, and whether they are explained.</param>
    public static SearchResult? Of(CodeGraph graph, GraphQuestion question, bool[]? allowed, SearchOptions options)
    {
        Dictionary<CodeUnit, (EdgeCertainty Certainty, CodeUnit Of)> found = [];
        foreach (CodeUnit unit in graph.Find(question.Symbol))
        {
            foreach ((CodeUnit other, EdgeCertainty certainty) in Related(graph, unit, question.Relation))
            {
                if ((allowed is null || allowed[graph.IndexOf(other)]) && (!found.TryGetValue(other, out (EdgeCertainty Certainty, CodeUnit) known) || certainty < known.Certainty))
                {
                    found[other] = (certainty, unit);
                }
            }
        }

        SearchHit[] hits = [.. found.OrderBy(entry => (entry.Value.Certainty, graph.IndexOf(entry.Key))).Take(options.Limit).Select((entry, at) => new SearchHit
        {
            Unit = entry.Key,
            Rank = at + 1,
            Score = LikelihoodOf(entry.Value.Certainty),
            Relevance = LikelihoodOf(entry.Value.Certainty),
            Parts = options.Explain ? [new ScorePart($"graph:{question.Relation.ToString().ToLowerInvariant()} of {entry.Value.Of.QualifiedName}", LikelihoodOf(entry.Value.Certainty))] : [],
        })];
        return hits.Length == 0 ? null : new SearchResult(hits) { Relevance = hits[0].Relevance };
    }

    private static IEnumerable<(CodeUnit Unit, EdgeCertainty Certainty)> Related(CodeGraph graph, CodeUnit unit, GraphRelation relation) => relation switch
    {
        GraphRelation.Callers => graph.CallersOf(unit, throughDispatch: true).Select(edge => (edge.From, edge.Certainty)),
        GraphRelation.Callees => graph.CalleesOf(unit, throughDispatch: true).Select(edge => (edge.To, edge.Certainty)),
        GraphRelation.Implementations => graph.ImplementationsOf(unit).Select(edge => (edge.From, edge.Certainty)),
        _ => graph.TestsOf(unit).Select(edge => (edge.From, edge.Certainty)),
    };

    /// <summary>
    /// How often edges of a certainty are right, as measured (<c>benchmarks/reports/il-witness.md</c> for those of the compiler); guesses
    /// four times of five are not.
    /// </summary>
    private static double LikelihoodOf(EdgeCertainty certainty) => certainty switch
    {
        EdgeCertainty.Exact or EdgeCertainty.Dispatch or EdgeCertainty.Delegate => .998,
        EdgeCertainty.Scoped => .96,
        _ => .2,
    };
}
