using System.Numerics;

namespace StructIndex;

/// <summary>
/// Units in whose code words of the query stand as they do in the query: where an error message comes from. Four words in a row are looked for, or three
/// within a string, so that a message is found whose values the code fills in, or that it breaks over lines and pieces.
/// </summary>
internal sealed class PhraseMatches
{
    // Fewer in a row stand together by chance in any code base, but for those of a string.
    private const int MinWords = 4;
    private const int MinWordsInString = 3;

    // Longer queries are listings; their first words do.
    private const int MaxWords = 40;

    // A unit that holds the words is one of the best by BM25F.
    private const int Leading = 32;

    private readonly Dictionary<int, (int Unit, float Share)> _files = [];

    /// <summary>Looks the words of a query up in the units that hold most of them.</summary>
    public PhraseMatches(QueryContext context)
    {
        List<(Range Place, ulong Content)> words = WordsOf(context);
        if (words.Count < MinWordsInString)
        {
            return;
        }

        Span<Range> places = stackalloc Range[words.Count];
        for (int word = 0; word < places.Length; word++)
        {
            places[word] = words[word].Place;
        }

        ReadOnlySpan<int> best = context.Scores.LargestLexical.Places;
        Span<bool> found = stackalloc bool[words.Count];
        foreach (int unit in best[..Math.Min(best.Length, Leading)])
        {
            found.Clear();
            (ulong held, ulong missing) = (0, 0);
            for (int word = 0; word + MinWordsInString <= words.Count; word++)
            {
                // Few units hold the words of a row, so hardly any is read.
                ulong content = words[word].Content | words[word + 1].Content | words[word + 2].Content;
                bool isPhrase = IsPhrase(context.Query.Text, places, word) && (BitOperations.PopCount(content) > 1 || words.Count == MinWordsInString);
                content |= isPhrase || word + MinWords > words.Count ? 0 : words[word + MinWordsInString].Content;
                if (content != 0 && (isPhrase || word + MinWords <= words.Count) && Holds(unit, content, context, ref held, ref missing))
                {
                    int length = PhraseMatcher.LongestMatch(context.Contents.Units[unit].Code.Span, context.Query.Text, places[word..], isPhrase ? MinWordsInString : MinWords, MinWords);
                    found.Slice(word, length).Fill(true);
                }
            }

            int file = context.Traits.FileOf[unit];
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
        && (word + MinWordsInString == places.Length || !text[places[word + MinWordsInString - 1].End.Value..places[word + MinWordsInString].Start.Value].IsWhiteSpace());

    // Whether the unit holds some of the query's content words itself: looked up word by word, and remembered, until one is missing.
    private static bool Holds(int unit, ulong content, QueryContext context, ref ulong held, ref ulong missing)
    {
        for (ulong unknown = content & ~held; unknown != 0 && (content & missing) == 0; unknown &= unknown - 1)
        {
            int word = BitOperations.TrailingZeroCount(unknown);
            bool holds = false;
            foreach (LexicalTerm term in context.Words.Words[word].Terms)
            {
                holds |= term.Similarity == 1 && context.Contents.Lexical.UnitsOf(term.Term).BinarySearch(unit) >= 0;
            }

            held |= holds ? 1UL << word : 0;
            missing |= holds ? 0 : 1UL << word;
        }

        return (content & missing) == 0;
    }

    // The runs of the query, and which of its first 64 words without stop words are in each.
    private static List<(Range Place, ulong Content)> WordsOf(QueryContext context)
    {
        List<(Range Place, ulong Content)> words = [];
        Dictionary<string, int> places = context.Words.Words.Take(64).Select((word, place) => (word.Text, place)).ToDictionary(pair => pair.Text, pair => pair.place, StringComparer.Ordinal);
        foreach (QueryPiece piece in context.Query.Pieces.Where(piece => piece.Word.Start.Value < piece.Word.End.Value && (context.Query.Kind != QueryKind.Report || piece.Kind is QueryLineKind.Title or QueryLineKind.Error)).Take(MaxWords))
        {
            ulong content = 0;
            for (int token = piece.Tokens.Start.Value; token < piece.Tokens.End.Value; token++)
            {
                content |= !context.Query.Tokens[token].IsWhole && places.TryGetValue(context.Query.Tokens[token].Text, out int place) ? 1UL << place : 0;
            }

            words.Add((piece.Word, content));
        }

        return words;
    }
}
