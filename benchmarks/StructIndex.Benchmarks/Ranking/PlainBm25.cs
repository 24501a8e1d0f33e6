using System.Runtime.InteropServices;

namespace StructIndex.Benchmarks;

/// <summary>
/// BM25 (k1 1.2, b .75) over the text of whole files, words of identifiers and identifiers as the index splits them: the plain method that any ranking must beat.
/// </summary>
internal sealed class PlainBm25
{
    private const double Saturation = 1.2;
    private const double Length = .75;

    private readonly Dictionary<string, List<(int File, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly double[] _norms;

    /// <summary>Reads files.</summary>
    /// <param name="folder">The folder of the tree.</param>
    /// <param name="paths">The files, relative to it, in the order of the index.</param>
    public PlainBm25(string folder, IReadOnlyList<string> paths)
    {
        int[] lengths = new int[paths.Count];
        for (int file = 0; file < paths.Count; file++)
        {
            _files[paths[file]] = file;
            Dictionary<string, int> counts = Count(paths[file] + "\n" + File.ReadAllText(Path.Combine(folder, paths[file])));
            lengths[file] = counts.Values.Sum();
            foreach ((string word, int count) in counts)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _) ??= []).Add((file, count));
            }
        }

        double mean = Math.Max(lengths.DefaultIfEmpty(0).Average(), 1);
        _norms = [.. lengths.Select(length => Saturation * (1 - Length + (Length * length / mean)))];
    }

    /// <summary>For each target its rank among all files, and among those that are not struck; 0 where it holds no word of the query.</summary>
    public (int All, int Unstruck)[] Ranks(string query, IEnumerable<string> targets, bool[] struck)
    {
        double[] scores = new double[_norms.Length];
        foreach (string word in Count(query).Keys)
        {
            List<(int File, int Count)> postings = _postings.GetValueOrDefault(word) ?? [];
            double idf = Math.Log(1 + ((_norms.Length - postings.Count + .5) / (postings.Count + .5)));
            postings.ForEach(posting => scores[posting.File] += idf * posting.Count / (posting.Count + _norms[posting.File]));
        }

        return [.. targets.Select(target => _files.TryGetValue(target, out int file) && scores[file] > 0 ? Rank(scores, file, struck) : (0, 0))];
    }

    private static (int All, int Unstruck) Rank(double[] scores, int file, bool[] struck)
    {
        (int all, int unstruck) = (1, 1);
        for (int other = 0; other < scores.Length; other++)
        {
            if (scores[other] > scores[file] || (scores[other] == scores[file] && other < file))
            {
                all++;
                unstruck += struck[other] ? 0 : 1;
            }
        }

        return (all, unstruck);
    }

    private static Dictionary<string, int> Count(string text)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            LexicalTokens.Read(identifier, counts, static (counts, token, unstemmed) =>
            {
                var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
                CollectionsMarshal.GetValueRefOrAddDefault(lookup, token, out _)++;
            });
        }

        return counts;
    }
}
