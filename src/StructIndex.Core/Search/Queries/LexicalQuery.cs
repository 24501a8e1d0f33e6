using System.Collections.Frozen;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>A query in the terms of one lexical index: its words, each with the terms that may stand for it.</summary>
internal sealed class LexicalQuery
{
    private static readonly FrozenSet<string> s_stopWords = DataTable.Rows("stopwords.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // More words find no more, and each takes time.
    private const int MaxWords = 64;
    private const int MaxWidened = 32;

    private LexicalQuery(IReadOnlyList<LexicalWord> words) => Words = words;

    /// <summary>The distinct words, at most 64: the first 32 in the order of the query, then those that say the most; a word that the index does not hold, nor a neighbour of it, has no terms.</summary>
    public IReadOnlyList<LexicalWord> Words { get; }

    /// <summary>Looks the words of a query up.</summary>
    /// <param name="query">The query.</param>
    /// <param name="index">The index to be asked.</param>
    /// <param name="neighbours">Words near a word; null widens nothing.</param>
    public static LexicalQuery Of(ParsedQuery query, LexicalIndex index, Func<string, IReadOnlyList<WordNeighbour>>? neighbours)
    {
        Dictionary<string, QueryToken> words = new(StringComparer.Ordinal);
        foreach (QueryToken token in query.Tokens)
        {
            words[token.Text] = words.TryGetValue(token.Text, out QueryToken known) ? known with { Weight = known.Weight + token.Weight } : token;
        }

        // The words of the question, or the first ones, stand in front; the others count by how much they say.
        QueryToken[] asked = [.. words.Values];
        if (asked.Length > MaxWords)
        {
            asked = [.. asked.Take(MaxWidened), .. asked.Skip(MaxWidened).OrderByDescending(word => word.Weight * index.Idf(index.Terms.IndexOf(word.Text))).Take(MaxWords - MaxWidened)];
        }

        return new LexicalQuery([.. asked.Select((word, place) => Widen(word.Text, word.Weight, index, place < MaxWidened ? neighbours?.Invoke(word.Unstemmed) : null))]);
    }

    /// <summary>
    /// The query without the words that only hold a question together: in documentation they are as rare as those that it is about.
    /// A query of nothing else keeps them.
    /// </summary>
    public LexicalQuery WithoutStopWords()
    {
        LexicalWord[] content = [.. Words.Where(word => !s_stopWords.Contains(word.Text))];
        return content.Length is 0 || content.Length == Words.Count ? this : new LexicalQuery(content);
    }

    /// <summary>The query's words themselves, without those near to them, each once; as rare as they are in another index of the same terms.</summary>
    /// <param name="index">The other index.</param>
    /// <param name="isLeftOut">Words that do not count; where there are no others, they do.</param>
    public LexicalQuery OwnWords(LexicalIndex index, Func<string, bool> isLeftOut)
    {
        LexicalWord[] words = [.. Words.Where(word => !isLeftOut(word.Text))];
        return new LexicalQuery([.. (words.Length > 0 ? words : Words).Select(word => Own(word, index))]);
    }

    /// <summary>Whether a word only holds a question together.</summary>
    public static bool IsStopWord(string word) => s_stopWords.Contains(word);

    /// <summary>For each of some units the share of the query's words, weighed by their rarity, that it holds (a neighbour counts by its similarity): 0 to 1.</summary>
    /// <param name="index">The index.</param>
    /// <param name="units">The units, ascending.</param>
    public float[] Coverage(LexicalIndex index, ReadOnlySpan<int> units) => Coverage(index, units, [.. Words.Select(word => word.Idf)]);

    /// <summary>The same with other weights: one for each word.</summary>
    public float[] Coverage(LexicalIndex index, ReadOnlySpan<int> units, ReadOnlySpan<float> weights)
    {
        float[] covered = new float[units.Length], held = new float[units.Length];
        Span<ulong> marks = stackalloc ulong[LexicalIndex.Marks / 64];
        LexicalIndex.Mark(units, marks);
        float total = 0;
        for (int word = 0; word < weights.Length; word++)
        {
            total += weights[word];
            index.MatchStrength(Words[word], units, marks, held);
            TensorPrimitives.MultiplyAdd(held, weights[word], covered, covered);
        }

        TensorPrimitives.Divide(covered, total > 0 ? total : 1, covered);
        return covered;
    }

    private static LexicalWord Own(LexicalWord word, LexicalIndex index)
    {
        int own = index.Terms.IndexOf(word.Text);
        float idf = index.Idf(own);
        return new LexicalWord(word.Text, 1, idf, own < 0 ? [] : [new LexicalTerm(own, word.Text, 1, idf)]);
    }

    private static LexicalWord Widen(string word, float count, LexicalIndex index, IReadOnlyList<WordNeighbour>? neighbours)
    {
        int own = index.Terms.IndexOf(word);
        float idf = index.Idf(own);
        List<LexicalTerm> terms = own < 0 ? [] : [new LexicalTerm(own, word, 1, idf)];
        foreach (WordNeighbour neighbour in neighbours ?? [])
        {
            int term = index.Terms.IndexOf(PluralStripper.Strip(neighbour.Word));
            if (term >= 0 && !terms.Exists(known => known.Term == term))
            {
                // A rare neighbour of a common word must not outweigh the word that was asked for.
                float weight = neighbour.Weight * Math.Min(idf, index.Idf(term));
                terms.Add(new LexicalTerm(term, index.Terms[term].ToString(), neighbour.Weight, weight));
            }
        }

        return new LexicalWord(word, count, idf, [.. terms]);
    }
}
