using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>BM25 over fixed chunks whose words are what stands between spaces and punctuation, as a search engine for prose has them. A file is as good as its best chunk.</summary>
internal sealed partial class WholeWords
{
    private const double Damping = 1.2;
    private const double LengthShare = .75;

    private readonly List<(string Path, LineRange Lines, Dictionary<string, int> Words, int Length)> _chunks = [];
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);

    public WholeWords(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            foreach (TextSpan span in FixedChunks.Spans(file))
            {
                string[] words = Words(file.Text.Substring(span.Start, span.Length));
                Dictionary<string, int> counts = words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
                _chunks.Add((file.Path, new LineRange(file.LineAt(span.Start), file.LineAt(Math.Max(span.Start, span.End - 1))), counts, words.Length));
                foreach (string word in counts.Keys)
                {
                    _documents[word] = _documents.GetValueOrDefault(word) + 1;
                }
            }
        }
    }

    /// <summary>The ten best files with the lines of their best chunk.</summary>
    public IReadOnlyList<(string Path, LineRange Lines)> Search(string query)
    {
        string[] asked = [.. Words(query).Distinct(StringComparer.Ordinal)];
        double mean = _chunks.Average(c => c.Length);
        return [.. _chunks
            .Select(c => (c.Path, c.Lines, Score: asked.Sum(w => Score(w, c.Words.GetValueOrDefault(w), c.Length / mean))))
            .Where(c => c.Score > 0)
            .GroupBy(c => c.Path, StringComparer.Ordinal)
            .Select(file => file.MaxBy(c => c.Score))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Path, StringComparer.Ordinal)
            .Take(10)
            .Select(c => (c.Path, c.Lines))];
    }

    private double Score(string word, int count, double length)
    {
        int documents = _documents.GetValueOrDefault(word);
        double idf = Math.Log(1 + ((_chunks.Count - documents + .5) / (documents + .5)));
        return count == 0 ? 0 : idf * count * (Damping + 1) / (count + (Damping * (1 - LengthShare + (LengthShare * length))));
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
