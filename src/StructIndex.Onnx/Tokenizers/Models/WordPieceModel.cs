using System.Text;
using Microsoft.ML.Tokenizers;

namespace StructIndex;

/// <summary>
/// WordPiece, by the <see cref="WordPieceTokenizer"/> of Microsoft.ML.Tokenizers: from the left, the longest piece of the vocabulary.
/// </summary>
internal sealed class WordPieceModel : ITokenModel
{
    // The models in use have 100. The time for a word grows with the cube of its length.
    private const int MaxMaxCharacters = 1000;
    private readonly WordPieceTokenizer _tokenizer;
    private readonly int _maxCharacters;

    /// <param name="vocabulary">The vocabulary without special tokens.</param>
    /// <param name="prefix">The mark of a piece that continues a word.</param>
    /// <param name="unknown">The unknown token and its id.</param>
    /// <param name="maxCharacters">Words of more code points are unknown.</param>
    /// <exception cref="TokenizerFormatException">
    /// A word may be longer than the tokenizer can read in time, or a token has a line end.
    /// </exception>
    public WordPieceModel(Dictionary<string, int> vocabulary, string prefix, KeyValuePair<string, int> unknown, int maxCharacters)
    {
        if (maxCharacters is < 1 or > MaxMaxCharacters)
        {
            throw JsonParts.Unknown("model WordPiece with max_input_chars_per_word", $"{maxCharacters}");
        }

        // The tokenizer counts UTF-16 units, of which a code point has at most two.
        WordPieceOptions options = new() { ContinuingSubwordPrefix = prefix, UnknownToken = unknown.Key, MaxInputCharsPerWord = 2 * maxCharacters };
        using MemoryStream lines = Lines(vocabulary.Append(unknown));
        _tokenizer = WordPieceTokenizer.Create(lines, options);
        _maxCharacters = maxCharacters;
    }

    public void Tokenize(ReadOnlySpan<char> text, List<ModelToken> tokens)
    {
        if (text.Length > _maxCharacters && CodePoints(text) > _maxCharacters)
        {
            tokens.Add(new ModelToken(_tokenizer.UnknownTokenId, 0, text.Length));
            return;
        }

        foreach (EncodedToken token in _tokenizer.EncodeToTokens(text, out _, considerPreTokenization: false, considerNormalization: false))
        {
            (int start, int length) = token.Offset.GetOffsetAndLength(text.Length);
            tokens.Add(new ModelToken(token.Id, start, length));
        }
    }

    // The tokenizer reads its vocabulary as a text in which the number of a line is the id of its token; empty lines are skipped.
    private static MemoryStream Lines(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        string[] lines = new string[tokens.Max(token => token.Value) + 1];
        foreach ((string token, int id) in tokens)
        {
            lines[id] = token.AsSpan().ContainsAny('\r', '\n') ? throw JsonParts.Unknown("model WordPiece with the token", token.ReplaceLineEndings("\\n")) : token;
        }

        MemoryStream stream = new();
        using StreamWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        foreach (string line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }

        writer.Flush();
        stream.Position = 0;
        return stream;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
