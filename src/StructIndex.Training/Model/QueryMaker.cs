namespace StructIndex;

/// <summary>
/// Makes a query out of documentation: the first sentence or all of it, words left out at random, the opening of a question before it,
/// the language's name beside it.
/// </summary>
/// <param name="set">The pairs.</param>
/// <param name="options">The probabilities.</param>
/// <param name="openings">Rows of the openings of questions, one array each.</param>
/// <param name="languageNames">Rows of the languages' names, by language number.</param>
internal sealed class QueryMaker(TrainingSet set, TrainingOptions options, IReadOnlyList<int[]> openings, IReadOnlyList<int[]> languageNames)
{
    /// <summary>Most entries of a query: 60 words of at most 10 pieces, twice, and what is added; longer ones are cut.</summary>
    public const int MaxEntries = 256;

    /// <summary>
    /// Writes the rows and weights of a training query, normalised by the root of the weights' squares, and gives their number.
    /// </summary>
    /// <param name="pair">The pair.</param>
    /// <param name="random">Where the choices come from.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="weights">Receives their weights.</param>
    /// <param name="sentenceAlone">Whether only the first sentence was taken, so that what follows may stand beside the code.</param>
    public int Make(int pair, ref RandomStream random, Span<int> rows, Span<float> weights, out bool sentenceAlone)
    {
        sentenceAlone = random.NextDouble() < options.SentenceProbability;
        int count = 0;
        if (options.SymbolProbability > 0 && random.NextDouble() < options.SymbolProbability && set.Heads[pair].Kind == PairKind.Function)
        {
            for (int i = set.CodeStarts[pair * TrainingSet.Fields]; i < set.CodeStarts[(pair * TrainingSet.Fields) + 1] && count < MaxEntries; i++)
            {
                (rows[count], weights[count]) = (set.CodeRows[i], set.CodeWeights[i] / TrainingSet.WeightUnit);
                count++;
            }

            return Finish(weights[..count]);
        }

        count = Take(pair, 0, 1, ref random, rows, weights, count);
        if (!sentenceAlone)
        {
            count = Take(pair, 1, (float)options.RestWeight, ref random, rows, weights, count);
        }

        if (count > 0 && openings.Count > 0 && random.NextDouble() < options.QuestionProbability)
        {
            count = Add(openings[random.Next(openings.Count)], rows, weights, count);
        }

        if (count > 0 && random.NextDouble() < options.LanguageProbability)
        {
            count = Add(languageNames[set.Heads[pair].Language], rows, weights, count);
        }

        return Finish(weights[..count]);
    }

    /// <summary>The query of an evaluation: the first sentence, nothing left out, nothing added.</summary>
    public int MakeForEvaluation(int pair, Span<int> rows, Span<float> weights)
    {
        int start = set.QueryStarts[pair * TrainingSet.QueryParts], end = set.QueryStarts[(pair * TrainingSet.QueryParts) + 1];
        int count = Math.Min(end - start, MaxEntries);
        for (int i = 0; i < count; i++)
        {
            (rows[i], weights[i]) = (set.QueryRows[start + i], set.QueryWeights[start + i]);
        }

        return Finish(weights[..count]);
    }

    private static int Add(int[] words, Span<int> rows, Span<float> weights, int count)
    {
        foreach (int row in words)
        {
            if (count < MaxEntries)
            {
                (rows[count], weights[count]) = (row, 1);
                count++;
            }
        }

        return count;
    }

    private static int Finish(Span<float> weights)
    {
        double squares = 0;
        foreach (float w in weights)
        {
            squares += (double)w * w;
        }

        float scale = squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;
        foreach (ref float w in weights)
        {
            w *= scale;
        }

        return weights.Length;
    }

    private bool InName(int pair, ushort row) =>
        set.CodeRows.AsSpan(set.CodeStarts[pair * TrainingSet.Fields]..set.CodeStarts[(pair * TrainingSet.Fields) + 1]).Contains(row);

    private int Take(int pair, int part, float weight, ref RandomStream random, Span<int> rows, Span<float> weights, int count)
    {
        int at = (pair * TrainingSet.QueryParts) + part;
        for (int i = set.QueryStarts[at]; i < set.QueryStarts[at + 1] && count < MaxEntries; i++)
        {
            double dropout = options.NameWordDropout > 0 && InName(pair, set.QueryRows[i]) ? options.NameWordDropout : options.TokenDropout;
            if (random.NextDouble() >= dropout)
            {
                (rows[count], weights[count]) = (set.QueryRows[i], weight * set.QueryWeights[i]);
                count++;
            }
        }

        return count;
    }
}
