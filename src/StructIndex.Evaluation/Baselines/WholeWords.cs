using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// BM25 over fixed chunks whose words are what stands between spaces and punctuation, as a search engine for prose has them. A file is as
/// good as its best chunk.
/// </summary>
internal sealed partial class WholeWords
{
    private const double Damping = 1.2;
    private const double LengthShare = .75;

    private readonly List<(string Path, LineRange Lines, int Length)> _chunks = [];
    private readonly Dictionary<string, List<(int Chunk, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double _meanLength;

    public WholeWords(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            foreach (SourceSpan span in FixedChunks.Spans(file))
            {
                string[] words = Words(file.Text.Substring(span.Start, span.Length));
                foreach (IGrouping<string, string> word in words.GroupBy(w => w, StringComparer.Ordinal))
                {
                    ref List<(int, int)>? postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, word.Key, out _);
                    (postings ??= []).Add((_chunks.Count, word.Count()));
                }

                _chunks.Add((file.Path, new LineRange(file.LineAt(span.Start), file.LineAt(Math.Max(span.Start, span.End - 1))), words.Length));
            }
        }

        _meanLength = _chunks.Count == 0 ? 1 : Math.Max(_chunks.Average(chunk => chunk.Length), 1);
    }

    /// <summary>The best files with the lines of their best chunk.</summary>
    public IReadOnlyList<RetrievedItem> Search(string query, int limit = RankingMetrics.Depth)
    {
        double[] scores = new double[_chunks.Count];
        foreach (string word in Words(query).Distinct(StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(word, out List<(int Chunk, int Count)>? postings))
            {
                continue;
            }

            double idf = Math.Log(1 + ((_chunks.Count - postings.Count + .5) / (postings.Count + .5)));
            foreach ((int chunk, int count) in postings)
            {
                double length = _chunks[chunk].Length / _meanLength;
                scores[chunk] += idf * count * (Damping + 1) / (count + (Damping * (1 - LengthShare + (LengthShare * length))));
            }
        }

        return [.. Enumerable.Range(0, _chunks.Count)
            .Where(chunk => scores[chunk] > 0)
            .GroupBy(chunk => _chunks[chunk].Path, StringComparer.Ordinal)
            .Select(file => file.MaxBy(chunk => scores[chunk]))
            .OrderByDescending(chunk => scores[chunk]).ThenBy(chunk => _chunks[chunk].Path, StringComparer.Ordinal)
            .Take(limit)
            .Select(chunk => new RetrievedItem(_chunks[chunk].Path, _chunks[chunk].Lines, Score: scores[chunk]))];
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
