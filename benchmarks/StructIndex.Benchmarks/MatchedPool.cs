namespace StructIndex.Benchmarks;

/// <summary>A model's scores with the word match of the nearest functions (<see cref="WordMatchStep"/>).</summary>
internal sealed class MatchedPool(IPoolScorer dense, TrainingSet set, StaticEmbeddingModel model, PairPool pool) : IPoolScorer
{
    private readonly int[][] _words = [.. pool.Pairs.Select(pair => Distinct(set.CodeRows.AsSpan(set.CodeStarts[pair * TrainingSet.Fields]..set.CodeStarts[(pair * TrainingSet.Fields) + TrainingSet.CodeFields])))];

    public void Score(int query, Span<float> scores)
    {
        dense.Score(query, scores);
        int[] asked = Distinct(set.QueryRows.AsSpan(set.QueryStarts[query * TrainingSet.QueryParts]..set.QueryStarts[(query * TrainingSet.QueryParts) + 1]));
        int[] telling = Array.FindAll(asked, row => !LexicalQuery.IsStopWord(model.Vocabulary.Word(row).ToString()));
        WordMatchStep.Add(new WordMatch(model, telling.Length == 0 ? asked : telling), unit => _words[unit], scores[.._words.Length]);
    }

    private static int[] Distinct(ReadOnlySpan<ushort> rows)
    {
        HashSet<int> distinct = [];
        foreach (ushort row in rows)
        {
            distinct.Add(row);
        }

        return [.. distinct];
    }
}
