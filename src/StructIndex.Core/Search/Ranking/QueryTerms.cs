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

    // For each term its place in the list below, plus 1; 0 where it was not asked for yet. Thousands of names are asked for in a query.
    private readonly int[] _places;
    private readonly List<(int Word, float Similarity)> _named = [(-1, 0)];
    private readonly LexicalQuery _query;
    private readonly LexicalTerms _terms;

    /// <summary>Reads the terms of a query.</summary>
    public QueryTerms(LexicalQuery query, IReadOnlyList<(int Term, float Weight)> compounds, LexicalTerms terms)
    {
        (_query, _terms) = (query, terms);
        _places = ArrayPool<int>.Shared.Rent(terms.Count);
        Array.Clear(_places, 0, terms.Count);
        for (int word = 0; word < query.Words.Count; word++)
        {
            Idf += query.Words[word].Idf;
            foreach (LexicalTerm term in query.Words[word].Terms)
            {
                if (_places[term.Term] == 0 || _named[_places[term.Term] - 1].Similarity < term.Similarity)
                {
                    Set(term.Term, (word, term.Similarity));
                }
            }
        }

        foreach ((int term, _) in compounds)
        {
            if (_places[term] == 0)
            {
                Set(term, (0, 1));
            }
        }
    }

    /// <summary>Rarity of all words of the query together.</summary>
    public float Idf { get; }

    /// <summary>Number of words.</summary>
    public int Count => _query.Words.Count;

    /// <summary>How well the query names a term, 0 to 1, and the word that does.</summary>
    public float Names(int term, out int word)
    {
        // The same words stand in many names: each is compared once.
        if (_places[term] == 0)
        {
            Set(term, ByLetters(_terms[term]));
        }

        (word, float similarity) = _named[_places[term] - 1];
        return similarity;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_places);

    // What is not named at all is most of what is asked for, and shares the first place.
    private void Set(int term, (int Word, float Similarity) named)
    {
        if (named.Word < 0)
        {
            _places[term] = 1;
            return;
        }

        _named.Add(named);
        _places[term] = _named.Count;
    }

    private (int Word, float Similarity) ByLetters(ReadOnlySpan<char> text)
    {
        for (int word = 0; text.Length >= ShortestAbbreviation && word < _query.Words.Count; word++)
        {
            ReadOnlySpan<char> asked = _query.Words[word].Text;
            int common = asked.CommonPrefixLength(text);
            if (common == text.Length)
            {
                return (word, Abbreviation);
            }

            if (common >= ShortestStem && common >= Math.Max(asked.Length, text.Length) * StemShare)
            {
                return (word, CommonStem);
            }
        }

        return (-1, 0);
    }

    /// <summary>The share of some terms that the query names: 0 to 1.</summary>
    public float Share(ReadOnlySpan<int> terms)
    {
        float named = 0;
        foreach (int term in terms)
        {
            named += Names(term, out _);
        }

        return terms.IsEmpty ? 0 : named / terms.Length;
    }

    /// <summary>The share of the query, weighed by the rarity of its words, that some terms cover: 0 to 1.</summary>
    public float Cover(ReadOnlySpan<int> terms)
    {
        if (!NamesAny(terms))
        {
            return 0;
        }

        Span<float> best = stackalloc float[Math.Min(Count, MostWords)];
        best.Clear();
        foreach (int term in terms)
        {
            float similarity = Names(term, out int word);
            if (word >= 0 && word < best.Length)
            {
                best[word] = Math.Max(best[word], similarity);
            }
        }

        float covered = 0;
        for (int word = 0; word < best.Length; word++)
        {
            covered += best[word] * _query.Words[word].Idf;
        }

        return Idf > 0 ? covered / Idf : 0;
    }

    private bool NamesAny(ReadOnlySpan<int> terms)
    {
        foreach (int term in terms)
        {
            if (_places[term] != 1 && Names(term, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
