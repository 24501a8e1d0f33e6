using System.Numerics;

namespace StructIndex;

/// <summary>
/// Units in whose code words of the query stand as they do in the query: where an error message comes from. Four words in a row are looked for, or three
/// within a string, so that a message is found whose values the code fills in, or that it breaks over lines and pieces.
/// </summary>
internal sealed class Verbatim
{
    // Fewer in a row stand together by chance in any code base, but for those of a string.
    private const int Row = 4;
    private const int RowOfString = 3;

    // Longer queries are listings; their first words do.
    private const int MaxWords = 40;

    // A unit that holds the words is one of the best by BM25F.
    private const int Leading = 32;

    private readonly Dictionary<int, (int Unit, float Share)> _files = [];

    /// <summary>Looks the words of a query up in the units that hold most of them.</summary>
    public Verbatim(RankInput input)
    {
        List<(Range Place, ulong Telling)> words = WordsOf(input.Text, input.Query);
        if (words.Count < RowOfString)
        {
            return;
        }

        Span<Range> places = stackalloc Range[words.Count];
        for (int word = 0; word < places.Length; word++)
        {
            places[word] = words[word].Place;
        }

        ReadOnlySpan<int> best = input.Evidence.LargestLexical.Places;
        Span<bool> found = stackalloc bool[words.Count];
        foreach (int unit in best[..Math.Min(best.Length, Leading)])
        {
            found.Clear();
            (ulong held, ulong missing) = (0, 0);
            for (int word = 0; word + RowOfString <= words.Count; word++)
            {
                // Few units hold the words of a row, so hardly any is read.
                ulong telling = words[word].Telling | words[word + 1].Telling | words[word + 2].Telling;
                bool isPhrase = IsPhrase(input.Text, places, word) && (BitOperations.PopCount(telling) > 1 || words.Count == RowOfString);
                telling |= isPhrase || word + Row > words.Count ? 0 : words[word + RowOfString].Telling;
                if (telling != 0 && (isPhrase || word + Row <= words.Count) && Holds(unit, telling, input, ref held, ref missing))
                {
                    int length = TextRow.LongestIn(input.Contents.Units[unit].Body, input.Text, places[word..], isPhrase ? RowOfString : Row, Row);
                    found.Slice(word, length).Fill(true);
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

    // Three words that stand for themselves in the query: nothing or a mark before them, and after them.
    private static bool IsPhrase(ReadOnlySpan<char> text, ReadOnlySpan<Range> places, int word) =>
        (word == 0 || !text[places[word - 1].End.Value..places[word].Start.Value].IsWhiteSpace())
        && (word + RowOfString == places.Length || !text[places[word + RowOfString - 1].End.Value..places[word + RowOfString].Start.Value].IsWhiteSpace());

    // Whether the unit holds some of the query's telling words itself: looked up word by word, and remembered, until one is missing.
    private static bool Holds(int unit, ulong telling, RankInput input, ref ulong held, ref ulong missing)
    {
        for (ulong unknown = telling & ~held; unknown != 0 && (telling & missing) == 0; unknown &= unknown - 1)
        {
            int word = BitOperations.TrailingZeroCount(unknown);
            bool holds = false;
            foreach (LexicalTerm term in input.Query.Words[word].Terms)
            {
                holds |= term.Similarity == 1 && input.Contents.Lexical.UnitsOf(term.Term).BinarySearch(unit) >= 0;
            }

            held |= holds ? 1UL << word : 0;
            missing |= holds ? 0 : 1UL << word;
        }

        return (telling & missing) == 0;
    }

    // What stands between blanks, without marks around it, and which of the query's telling words are in it.
    private static List<(Range Place, ulong Telling)> WordsOf(string text, LexicalQuery query)
    {
        List<(Range Place, ulong Telling)> words = [];
        foreach (Range piece in text.AsSpan().SplitAny(' ', '\t', '\r', '\n'))
        {
            (int start, int length) = piece.GetOffsetAndLength(text.Length);
            int end = start + length;
            for (; start < end && !char.IsLetterOrDigit(text[start]); start++)
            {
            }

            for (; end > start && !char.IsLetterOrDigit(text[end - 1]); end--)
            {
            }

            if (start < end && words.Count < MaxWords)
            {
                words.Add((start..end, TellingIn(text.AsSpan(start..end), query)));
            }
        }

        return words;
    }

    private static ulong TellingIn(ReadOnlySpan<char> piece, LexicalQuery query)
    {
        ulong telling = 0;
        for (int at = 0; LexicalTokens.NextIdentifier(piece, ref at, out ReadOnlySpan<char> identifier);)
        {
            LexicalTokens.ReadWords(identifier, query.Words, (words, token, _) =>
            {
                for (int word = 0; word < Math.Min(words.Count, 64); word++)
                {
                    telling |= token.SequenceEqual(words[word].Text) ? 1UL << word : 0;
                }
            });
        }

        return telling;
    }
}
