namespace StructIndex;

/// <summary>
/// Some files of an index as an index of their own, in which words are as rare, files as long and uses as many as in the whole: a search in the files that hold the
/// best of the whole finds them as the whole does, by the same ranker, with the same relevance.
/// </summary>
/// <param name="Contents">The files. Only the terms that were asked for have postings.</param>
/// <param name="Part">What is known of the whole.</param>
internal sealed record Excerpt(IndexContents Contents, PartTraits Part)
{
    /// <summary>Another number for records of another kind (<see cref="ExcerptWriter"/>).</summary>
    public const int Version = 1;

    /// <summary>Joins files.</summary>
    /// <param name="files">The files, each once.</param>
    /// <param name="whole">The index that they are of.</param>
    /// <param name="graphOf">The graph over the units; null for one without edges.</param>
    public static Excerpt Of(IEnumerable<ExcerptFile> files, WholeStatistics whole, Func<CodeUnit[], CodeGraph>? graphOf = null)
    {
        // In the order of the whole, by which equals are ordered.
        ExcerptFile[] ordered = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        CodeUnit[] units = [.. ordered.SelectMany(file => file.Units)];
        int[] none = [.. Enumerable.Repeat(-1, units.Length)], starts = Starts(ordered);
        IndexContents contents = new()
        {
            Units = units,
            Graph = graphOf?.Invoke(units) ?? new CodeGraph(units, EdgeTable.Of([]), new UnitStructure(none, none)),
            Lexical = JoinPostings(ordered, starts, whole),
            Vectors = JoinRows(ordered, whole),
            RowUnits = [.. ordered.Index().SelectMany(file => file.Item.RowUnits.Select(unit => unit + starts[file.Index]))],
            Model = whole.Model,
            Languages = whole.Languages,
            MinimumRelevance = whole.MinimumRelevance,
        };
        return new Excerpt(contents, new PartTraits(whole.Traits, [.. ordered.Select(file => file.Length)], [.. ordered.Select(file => file.Facts)]));
    }

    /// <summary>The terms that a search for a query asks about, by their texts.</summary>
    /// <param name="query">The query, read by the vocabulary.</param>
    /// <param name="vocabulary">The terms of the whole.</param>
    /// <param name="model">Knows words near a word; null for none.</param>
    public static Dictionary<string, int> TermsOf(ParsedQuery query, LexicalIndex vocabulary, StaticEmbeddingModel? model)
    {
        IEnumerable<int> terms = LexicalQuery.Of(query, vocabulary, model is null ? null : model.NearestWords).Words.SelectMany(word => word.Terms.Select(term => term.Term))
            .Concat(QueryCompounds.Of(query.Identifiers, vocabulary).Select(compound => compound.Term))
            .Concat(query.Tokens.Select(token => vocabulary.Terms.IndexOf(token.Text)).Where(term => term >= 0));
        return terms.Distinct().ToDictionary(term => vocabulary.Terms[term].ToString(), StringComparer.Ordinal);
    }

    private static int[] Starts(ExcerptFile[] files)
    {
        int[] starts = new int[files.Length];
        for (int file = 1; file < files.Length; file++)
        {
            starts[file] = starts[file - 1] + files[file - 1].Units.Length;
        }

        return starts;
    }

    private static LexicalIndex JoinPostings(ExcerptFile[] files, int[] firsts, WholeStatistics whole)
    {
        LexicalTerms terms = whole.Vocabulary.Terms;
        int[] starts = new int[terms.Count + 1];
        foreach ((int term, _, _) in files.SelectMany(file => file.Postings))
        {
            starts[term + 1]++;
        }

        for (int term = 0; term < terms.Count; term++)
        {
            starts[term + 1] += starts[term];
        }

        int[] next = starts[..^1], units = new int[starts[^1]];
        ushort[] impacts = new ushort[starts[^1]];
        for (int file = 0; file < files.Length; file++)
        {
            foreach ((int term, int unit, ushort impact) in files[file].Postings)
            {
                int at = next[term]++;
                (units[at], impacts[at]) = (unit + firsts[file], impact);
            }
        }

        return new LexicalIndex(files.Sum(file => file.Units.Length), terms, starts, units, impacts, whole.Units);
    }

    private static VectorStore? JoinRows(ExcerptFile[] files, WholeStatistics whole)
    {
        if (whole.Model is null)
        {
            return null;
        }

        VectorStoreBuilder builder = new(files.Sum(file => file.RowUnits.Length), whole.Model.Dimensions, whole.Precision);
        int row = 0;
        foreach (ExcerptFile file in files)
        {
            file.CopyRows(builder, row, whole.Model.Dimensions, whole.Precision);
            row += file.RowUnits.Length;
        }

        return builder.Build();
    }
}
