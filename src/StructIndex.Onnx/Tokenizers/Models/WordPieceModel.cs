using System.Text;

namespace StructIndex;

/// <summary>WordPiece: from the left, the longest piece of the vocabulary; a word with a stretch that no piece fits is unknown as a whole.</summary>
internal sealed class WordPieceModel : ITokenModel
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _starts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;
    private readonly int _unknown;
    private readonly int _maxCharacters;
    private readonly int _longest;

    /// <param name="vocabulary">The vocabulary without special tokens.</param>
    /// <param name="prefix">What marks a piece that continues a word.</param>
    /// <param name="unknown">Id of the unknown token.</param>
    /// <param name="maxCharacters">Words of more code points are unknown.</param>
    public WordPieceModel(Dictionary<string, int> vocabulary, string prefix, int unknown, int maxCharacters)
    {
        _starts = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = vocabulary.Where(piece => piece.Key.Length > prefix.Length && piece.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(piece => piece.Key[prefix.Length..], piece => piece.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = vocabulary.Count == 0 ? 0 : vocabulary.Keys.Max(piece => piece.Length);
        (_unknown, _maxCharacters) = (unknown, maxCharacters);
    }

    public void Tokenize(ReadOnlySpan<char> text, List<ModelToken> tokens)
    {
        int before = tokens.Count;
        bool known = text.Length <= _maxCharacters || Length(text) <= _maxCharacters;
        for (int start = 0; known && start < text.Length;)
        {
            int end = Longest(text, start, out int id);
            known = end > start;
            tokens.Add(new ModelToken(id, start, end - start));
            start = end;
        }

        if (!known)
        {
            tokens.RemoveRange(before, tokens.Count - before);
            tokens.Add(new ModelToken(_unknown, 0, text.Length));
        }
    }

    private int Longest(ReadOnlySpan<char> text, int start, out int id)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> pieces = start == 0 ? _starts : _continuations;
        for (int end = Math.Min(text.Length, start + _longest); end > start; end--)
        {
            if (pieces.TryGetValue(text[start..end], out id))
            {
                return end;
            }
        }

        id = 0;
        return start;
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
