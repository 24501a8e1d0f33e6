namespace StructIndex;

/// <summary>
/// How far a query and the names of a unit and of its file are the same words, each weighing its rarity in code at large: twice the weight
/// of the words that they share, divided by the weight of both together (the F-measure of the two sets), 0 to 1. A name of which the query
/// says one common word gains little, one that is most of what was asked for much: in a small code base, whose functions say no more, often
/// all there is to go by.
/// </summary>
internal sealed class NameMatch
{
    private readonly LexicalIndex _index;
    private readonly StaticEmbeddingModel? _model;
    private readonly Dictionary<int, double> _asked = [];
    private readonly double _weight;

    /// <param name="index">The lexical index.</param>
    /// <param name="query">The query's words.</param>
    /// <param name="weights">The rarity of each, times how often the query says it.</param>
    /// <param name="model">Knows how rare a word is in code at large; null goes by the index.</param>
    public NameMatch(LexicalIndex index, LexicalQuery query, ReadOnlySpan<float> weights, StaticEmbeddingModel? model)
    {
        (_index, _model) = (index, model);
        for (int word = 0; word < weights.Length; word++)
        {
            _weight += weights[word];
            if (index.Terms.IndexOf(query.Words[word].Text) is >= 0 and int term)
            {
                _asked[term] = weights[word];
            }
        }
    }

    /// <summary>Measures one pair of names.</summary>
    /// <param name="unitName">The terms of the unit's name.</param>
    /// <param name="fileName">The terms of its file's name.</param>
    public double Of(ReadOnlySpan<int> unitName, ReadOnlySpan<int> fileName)
    {
        double shared = 0, all = _weight;
        for (int i = 0; i < unitName.Length + fileName.Length; i++)
        {
            // Each word of both names once.
            int term = i < unitName.Length ? unitName[i] : fileName[i - unitName.Length];
            if (!unitName[..Math.Min(i, unitName.Length)].Contains(term) && !fileName[..Math.Max(i - unitName.Length, 0)].Contains(term))
            {
                shared += _asked.GetValueOrDefault(term);
                all += _model?.Rarity(_index.Terms[term]) ?? _index.Idf(term);
            }
        }

        return all > 0 ? Math.Min(1, 2 * shared / all) : 0;
    }
}
