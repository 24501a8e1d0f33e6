namespace StructIndex;

/// <summary>
/// Units in whose code words of the query stand as they do in the query: where an error message comes from. Four words in a row are looked for at a
/// time, so that a message is found whose values the code fills in.
/// </summary>
internal sealed class Verbatim
{
    // Fewer in a row stand together by chance in any code base.
    private const int Row = 4;

    // Longer queries are listings; their first words do.
    private const int MostWords = 40;

    // A unit that holds the words is one of the best by BM25F.
    private const int Leading = 32;

    private static readonly char[] Marks = [.. "\"'`()[]{}<>,;:?!."];

    private readonly Dictionary<int, (int Unit, float Share)> _files = [];

    /// <summary>Looks the words of a query up in the units that hold most of them.</summary>
    public Verbatim(RankInput input)
    {
        List<Range> words = WordsOf(input.Text);
        Span<float> scores = stackalloc float[Leading];
        Span<int> units = stackalloc int[Leading];
        units = words.Count < Row ? [] : units[..LargestScores.Find(input.Evidence.Lexical, scores, units)];
        Span<bool> found = stackalloc bool[words.Count];
        foreach (int unit in units)
        {
            found.Clear();
            for (int word = 0; word + Row <= words.Count; word++)
            {
                ReadOnlySpan<char> row = input.Text.AsSpan(words[word].Start.Value..words[word + Row - 1].End.Value);
                if (input.Contents.Units[unit].Body.AsSpan().Contains(row, StringComparison.OrdinalIgnoreCase))
                {
                    found.Slice(word, Row).Fill(true);
                }
            }

            int file = input.Traits.FileOf[unit];
            float share = (float)found.Count(true) / words.Count;
            if (share > OfFile(file).Share)
            {
                _files[file] = (unit, share);
            }
        }
    }

    /// <summary>The unit of a file that holds the largest share of the query so, and the share, 0 to 1: 0 for a file without.</summary>
    public (int Unit, float Share) OfFile(int file) => _files.GetValueOrDefault(file);

    private static List<Range> WordsOf(string query)
    {
        List<Range> words = [];
        foreach (Range piece in query.AsSpan().SplitAny(' ', '\t', '\r', '\n'))
        {
            (int start, int length) = piece.GetOffsetAndLength(query.Length);
            ReadOnlySpan<char> text = query.AsSpan(start, length);
            int end = start + text.TrimEnd(Marks).Length;
            start += length - text.TrimStart(Marks).Length;
            if (start < end && words.Count < MostWords)
            {
                words.Add(start..end);
            }
        }

        return words;
    }
}
