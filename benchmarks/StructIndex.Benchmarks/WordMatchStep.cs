namespace StructIndex.Benchmarks;

/// <summary>The late step of models that are judged alone: of the nearest units the cosine and a share of the word match are added, the others stay behind them.</summary>
internal static class WordMatchStep
{
    private const int Nearest = 50;
    private const float Share = .4f;

    public static void Add(WordMatch match, Func<int, int[]> wordsOf, Span<float> cosines)
    {
        float[] near = [.. cosines];
        int[] units = [.. Enumerable.Range(0, near.Length).OrderByDescending(unit => near[unit]).ThenBy(unit => unit).Take(Nearest)];
        float[] scores = new float[units.Length];
        match.Score(Array.ConvertAll(units, unit => wordsOf(unit)), scores);
        float least = scores.Min();
        for (int i = 0; i < units.Length; i++)
        {
            cosines[units[i]] += Share * (scores[i] - least);
        }
    }
}
