namespace StructIndex;

/// <summary>
/// Which terms of the index stand for which words of a query, and how well, ready to be asked for one term after another.
/// </summary>
internal sealed class QueryTerms
{
    // A name that begins a word of the query abbreviates it: auth for authentication, config for configuration.
    private const float Abbreviation = .7f;
    private const int MinAbbreviationLength = 3;

    // route, router and routing share most of their letters from the first on.
    private const float CommonStem = .7f;
    private const int MinStemLength = 4;
    private const float StemShare = .6f;

    private const int MaxWords = 64;

    // A bit for each term, by its last bits: most of what is asked for is nothing that the query names.
    private const int Marks = 4096;
    private readonly ulong[] _marks = new ulong[Marks / 64];

    // The place of each term in the list below.
    private readonly Dictionary<int, int> _places = [];
    private readonly List<NamedTerm> _named = [default];
    private readonly float[] _idfs;

    /// <summary>Reads the terms of a query.</summary>
    /// <param name="query">The words of the query.</param>
    /// <param name="compounds">The identifiers that neighbouring words of it make (<see cref="QueryCompounds"/>).</param>
    /// <param name="terms">The terms of the index.</param>
    public QueryTerms(LexicalQuery query, IReadOnlyList<(int Term, float Weight)> compounds, LexicalTerms terms)
    {
        _idfs = [.. query.Words.Select(word => word.Idf)];
        foreach (float idf in _idfs)
        {
            Idf += idf;
        }

        for (int word = 0; word < _idfs.Length; word++)
        {
            foreach (LexicalTerm term in query.Words[word].Terms)
            {
                if (Names(term.Term) < term.Similarity)
                {
                    Set(term.Term, word, term.Similarity);
                }
            }
        }

        foreach ((int term, _) in compounds)
        {
            SetNew(term, 0, 1);
        }

        for (int word = 0; word < _idfs.Length; word++)
        {
            SetByLetters(query.Words[word].Text, word, terms);
        }
    }

    /// <summary>Rarity of all words of the query together.</summary>
    public float Idf { get; }

    /// <summary>All terms that the query names.</summary>
    public IEnumerable<NamedTerm> All => _named.Where((named, place) => place > 0 && PlaceOf(named.Term) == place);

    /// <summary>How well the query names a term, 0 to 1.</summary>
    public float Names(int term) => _named[PlaceOf(term)].Similarity;

    /// <summary>The share of some terms that the query names: 0 to 1.</summary>
    public float Share(ReadOnlySpan<int> terms)
    {
        float named = 0;
        foreach (int term in terms)
        {
            named += Names(term);
        }

        return terms.IsEmpty ? 0 : named / terms.Length;
    }

    /// <summary>The share of the query, weighed by the rarity of its words, that some terms cover: 0 to 1.</summary>
    public float Cover(ReadOnlySpan<int> terms)
    {
        int at = 0;
        while (at < terms.Length && PlaceOf(terms[at]) == 0)
        {
            at++;
        }

        return at < terms.Length ? CoverFrom(terms[at..]) : 0;
    }

    // Number of words that can be covered.
    private int WordCount => Math.Min(_idfs.Length, MaxWords);

    private float CoverFrom(ReadOnlySpan<int> terms)
    {
        Span<float> best = stackalloc float[WordCount];
        best.Clear();
        foreach (int term in terms)
        {
            int place = PlaceOf(term);
            if (place > 0 && _named[place] is { } named && named.Word < best.Length)
            {
                best[named.Word] = Math.Max(best[named.Word], named.Similarity);
            }
        }

        float covered = 0;
        for (int word = 0; word < best.Length; word++)
        {
            covered += best[word] * _idfs[word];
        }

        return Idf > 0 ? covered / Idf : 0;
    }

    // Terms are in ordinal order, so those with the same first letters stand together, the shortest first: the run narrows letter by
    // letter.
    private void SetByLetters(ReadOnlySpan<char> asked, int word, LexicalTerms terms)
    {
        int minLength = Math.Max(MinStemLength, (int)MathF.Ceiling(asked.Length * StemShare));
        (int start, int end) = asked.IsEmpty ? default : terms.StartingWith(asked[0]);
        for (int length = 2; length <= asked.Length && start < end; length++)
        {
            (start, end) = terms.Narrow(asked[length - 1], length - 1, start, end);
            if (length >= MinAbbreviationLength && start < end && terms[start].Length == length)
            {
                SetNew(start, word, Abbreviation);
            }

            for (int term = start; length == minLength && term < end; term++)
            {
                int common = asked.CommonPrefixLength(terms[term]);
                if (common >= Math.Max(asked.Length, terms[term].Length) * StemShare)
                {
                    SetNew(term, word, CommonStem);
                }
            }
        }
    }

    // 0 for what the query does not name.
    private int PlaceOf(int term) => ((_marks[(term & (Marks - 1)) >> 6] >> term) & 1) == 0 ? 0 : _places.GetValueOrDefault(term);

    private void SetNew(int term, int word, float similarity)
    {
        if (PlaceOf(term) == 0)
        {
            Set(term, word, similarity);
        }
    }

    private void Set(int term, int word, float similarity)
    {
        float cover = word < WordCount && Idf > 0 ? similarity * _idfs[word] / Idf : 0;
        _places[term] = _named.Count;
        _marks[(term & (Marks - 1)) >> 6] |= 1UL << term;
        _named.Add(new NamedTerm(term, word, similarity, cover));
    }
}

/// <summary>A term of the index that a query names.</summary>
/// <param name="Term">The term.</param>
/// <param name="Word">The word of the query that names it.</param>
/// <param name="Similarity">How well, 0 to 1.</param>
/// <param name="Cover">The share of the query that the term covers alone.</param>
internal readonly record struct NamedTerm(int Term, int Word, float Similarity, float Cover);
