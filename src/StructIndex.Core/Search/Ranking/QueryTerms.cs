using System.Buffers;

namespace StructIndex;

/// <summary>Which terms of the index stand for which words of a query, and how well, ready to be asked for one term after another. Dispose gives back what is borrowed.</summary>
internal sealed class QueryTerms : IDisposable
{
    // A name that begins a word of the query abbreviates it: auth for authentication, config for configuration.
    private const float Abbreviation = .7f;
    private const int ShortestAbbreviation = 3;

    // route, router and routing share most of their letters from the first on.
    private const float CommonStem = .7f;
    private const int ShortestStem = 4;
    private const float StemShare = .6f;

    private const int MostWords = 64;

    // For each term its place in the list below; 0 for what the query does not name, which is most of what is asked for.
    private readonly int[] _places;
    private readonly List<NamedTerm> _named = [default];
    private readonly LexicalQuery _query;

    /// <summary>Reads the terms of a query.</summary>
    public QueryTerms(LexicalQuery query, IReadOnlyList<(int Term, float Weight)> compounds, LexicalTerms terms)
    {
        _query = query;
        _places = ArrayPool<int>.Shared.Rent(terms.Count);
        Array.Clear(_places, 0, terms.Count);
        foreach (LexicalWord word in query.Words)
        {
            Idf += word.Idf;
        }

        for (int word = 0; word < query.Words.Count; word++)
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

        for (int word = 0; word < query.Words.Count; word++)
        {
            SetByLetters(query.Words[word].Text, word, terms);
        }
    }

    /// <summary>Rarity of all words of the query together.</summary>
    public float Idf { get; }

    /// <summary>Number of words.</summary>
    public int Count => _query.Words.Count;

    /// <summary>How well the query names a term, 0 to 1.</summary>
    public float Names(int term) => _named[_places[term]].Similarity;

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_places);

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
        int count = 0, last = 0;
        foreach (int term in terms)
        {
            int place = _places[term];
            count += place == 0 ? 0 : 1;
            last = place == 0 ? last : place;
        }

        return count > 1 ? CoverOfSeveral(terms) : _named[last].Cover;
    }

    private float CoverOfSeveral(ReadOnlySpan<int> terms)
    {
        Span<float> best = stackalloc float[Math.Min(Count, MostWords)];
        best.Clear();
        foreach (int term in terms)
        {
            NamedTerm named = _named[_places[term]];
            if (named.Word < best.Length)
            {
                best[named.Word] = Math.Max(best[named.Word], named.Similarity);
            }
        }

        float covered = 0;
        for (int word = 0; word < best.Length; word++)
        {
            covered += best[word] * _query.Words[word].Idf;
        }

        return Idf > 0 ? covered / Idf : 0;
    }

    // Terms are in ordinal order, so those with the same first letters stand together, the shortest first: the run narrows letter by letter.
    private void SetByLetters(ReadOnlySpan<char> asked, int word, LexicalTerms terms)
    {
        int shortestStem = Math.Max(ShortestStem, (int)MathF.Ceiling(asked.Length * StemShare));
        (int start, int end) = (0, terms.Count);
        for (int length = ShortestAbbreviation; length <= asked.Length && start < end; length++)
        {
            (start, end) = terms.StartingWith(asked[..length], start, end);
            if (start < end && terms[start].Length == length)
            {
                SetNew(start, word, Abbreviation);
            }

            for (int term = start; length == shortestStem && term < end; term++)
            {
                int common = asked.CommonPrefixLength(terms[term]);
                if (common >= Math.Max(asked.Length, terms[term].Length) * StemShare)
                {
                    SetNew(term, word, CommonStem);
                }
            }
        }
    }

    private void SetNew(int term, int word, float similarity)
    {
        if (_places[term] == 0)
        {
            Set(term, word, similarity);
        }
    }

    private void Set(int term, int word, float similarity)
    {
        float cover = word < Math.Min(Count, MostWords) && Idf > 0 ? similarity * _query.Words[word].Idf / Idf : 0;
        _places[term] = _named.Count;
        _named.Add(new NamedTerm(word, similarity, cover));
    }

    /// <summary>A term that the query names.</summary>
    /// <param name="Word">The word that names it.</param>
    /// <param name="Similarity">How well, 0 to 1.</param>
    /// <param name="Cover">The share of the query that the term covers alone.</param>
    private readonly record struct NamedTerm(int Word, float Similarity, float Cover);
}
