using System.Buffers;
using Microsoft.ML.Tokenizers;

namespace StructIndex;

/// <summary>
/// A tokenizer of the Hugging Face hub, read from its <c>tokenizer.json</c>: WordPiece, byte-pair encoding and Unigram, with their
/// normalizers, pre-tokenizers and decoders. Goes wherever a <see cref="Tokenizer"/> of Microsoft.ML.Tokenizers goes. Safe to share between
/// threads.
/// </summary>
/// <remarks>
/// Encoding and counting leave out the special tokens that a model wants around a text, and offsets point into the text as it was given,
/// whatever the normalizer made of it. A special token that is written out in a text, such as <c>[SEP]</c>, is text like any other.
/// </remarks>
public sealed class HubTokenizer : Tokenizer
{
    private static readonly HubEncodeOptions s_default = new();
    private readonly TokenizerParts _parts;
    private readonly string? _path;
    private readonly AddedTokens _verbatim;
    private readonly AddedTokens _normalized;

    internal HubTokenizer(TokenizerParts parts, string? path = null)
    {
        (_parts, _path) = (parts, path);
        _verbatim = new AddedTokens(parts.Added.Where(token => !token.Normalized).Select(token => (token.Content, token)));
        _normalized = new AddedTokens(parts.Added.Where(token => token.Normalized).Select(token => (Normalize(new AlignedText(token.Content)).Text, token)));
    }

    /// <summary>One more than the greatest id of the vocabulary and the added tokens.</summary>
    public int VocabularySize => _parts.Tokens.Length;

    /// <summary>The limit that <c>tokenizer.json</c> names, special tokens included; null for none.</summary>
    public int? MaxTokens => _parts.MaxTokens;

    /// <summary>Reads a tokenizer.</summary>
    /// <param name="path">A <c>tokenizer.json</c>.</param>
    /// <exception cref="TokenizerFormatException">
    /// The file is damaged, or it has a component that is not supported, which is named.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static HubTokenizer Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return TokenizerReader.Read(File.ReadAllBytes(path), path);
        }
        catch (TokenizerFormatException e)
        {
            throw InFile(path, e);
        }
    }

    /// <summary>The token of an id as the vocabulary spells it; null for an id that is not in it.</summary>
    /// <param name="id">The id.</param>
    public string? TokenOf(int id) => (uint)id < (uint)_parts.Tokens.Length ? _parts.Tokens[id] : null;

    /// <summary>The id of a token as the vocabulary spells it; null where it is not in it.</summary>
    /// <param name="token">The token.</param>
    public int? IdOf(string token)
    {
        int id = Array.IndexOf(_parts.Tokens, token);
        return id < 0 ? null : id;
    }

    /// <summary>
    /// Makes tokens into text, as well as the model's decoder can; byte-level models give back the text that was encoded.
    /// </summary>
    /// <param name="ids">Ids; unknown ones and special tokens are left out.</param>
    /// <exception cref="TokenizerFormatException">The decoders make far more text than the tokens have, or an expression takes too long.</exception>
    public override string Decode(IEnumerable<int> ids) => Decode(ids, skipSpecialTokens: true);

    /// <summary>
    /// Makes tokens into text, as well as the model's decoder can; byte-level models give back the text that was encoded.
    /// </summary>
    /// <param name="ids">Ids; unknown ones are left out.</param>
    /// <param name="skipSpecialTokens">Whether special tokens are left out.</param>
    /// <exception cref="TokenizerFormatException">The decoders make far more text than the tokens have, or an expression takes too long.</exception>
    public string Decode(IEnumerable<int> ids, bool skipSpecialTokens)
    {
        ArgumentNullException.ThrowIfNull(ids);
        List<string> tokens = [];
        foreach (int id in ids)
        {
            if (TokenOf(id) is { } token && !(skipSpecialTokens && _parts.SpecialIds.Contains(id)))
            {
                tokens.Add(token);
            }
        }

        if (_parts.Decoders.Count == 0)
        {
            return string.Join(' ', tokens);
        }

        double room = AlignedText.RoomOf(tokens.Sum(token => (long)token.Length));
        try
        {
            return string.Concat(_parts.Decoders.Aggregate(tokens, (t, decoder) => Within(room, decoder.Decode(t))));
        }
        catch (TokenizerFormatException e) when (_path is not null)
        {
            throw InFile(_path, e);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// All or nothing: the text of a token depends on the tokens around it, so that a destination that is too small gets none.
    /// </remarks>
    public override OperationStatus Decode(IEnumerable<int> ids, Span<char> destination, out int idsConsumed, out int charsWritten)
    {
        int[] all = [.. ids];
        string text = Decode(all);
        bool fits = text.TryCopyTo(destination);
        (idsConsumed, charsWritten) = fits ? (all.Length, text.Length) : (0, 0);
        return fits ? OperationStatus.Done : OperationStatus.DestinationTooSmall;
    }

    /// <summary>The tokens of a text, with the special tokens that the model wants around it.</summary>
    /// <param name="text">The text. Half surrogate pairs read as U+FFFD.</param>
    /// <param name="options">How; null for the defaults.</param>
    internal IReadOnlyList<HubToken> Encode(string text, HubEncodeOptions? options = null)
    {
        options ??= s_default;
        List<HubToken> tokens = Tokenize(text, options.SpecialTokensInText);
        Truncate(tokens, Room(options, pair: false));
        return Surround(tokens, [], pair: false, options);
    }

    /// <summary>The tokens of two texts as one input, for models that compare them.</summary>
    /// <param name="first">The first text, such as a query. The offsets of its tokens point into it.</param>
    /// <param name="second">The second text, such as a document. The offsets of its tokens point into it.</param>
    /// <param name="options">How; null for the defaults. The longer text is cut first.</param>
    internal IReadOnlyList<HubToken> Encode(string first, string second, HubEncodeOptions? options = null)
    {
        options ??= s_default;
        List<HubToken> a = Tokenize(first, options.SpecialTokensInText), b = Tokenize(second, options.SpecialTokensInText);
        (int roomA, int roomB) = Share(a.Count, b.Count, Room(options, pair: true));
        Truncate(a, roomA);
        Truncate(b, roomB);
        return Surround(a, b, pair: true, options);
    }

    /// <summary>Puts special tokens around tokens of one text.</summary>
    internal IReadOnlyList<HubToken> Surround(IReadOnlyList<HubToken> tokens) => Surround(tokens, [], pair: false, s_default);

    /// <summary>Special tokens around one text.</summary>
    internal int Added => _parts.Template.Added(pair: false);

    /// <inheritdoc/>
    protected override EncodeResults<EncodedToken> EncodeToTokens(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        string source = text ?? textSpan.ToString();
        List<HubToken> tokens = Tokenize(source, specials: false, settings.ConsiderNormalization, settings.ConsiderPreTokenization);
        int count = Math.Min(tokens.Count, settings.MaxTokenCount);

        // The tokens of one character stay together, so that a caller who continues after the last one loses no part of it.
        while (count > 0 && count < tokens.Count && tokens[count].Start < tokens[count - 1].End)
        {
            count--;
        }

        return new EncodeResults<EncodedToken>
        {
            Tokens = [.. tokens.Take(count).Select(token => new EncodedToken(token.Id, TokenOf(token.Id) ?? "", token.Start..token.End))],
            CharsConsumed = count == tokens.Count ? source.Length : count == 0 ? 0 : tokens[count - 1].End,
        };
    }

    private static List<string> Within(double room, List<string> tokens) => tokens.Sum(token => (long)token.Length) <= room ? tokens : throw AlignedText.OutOfRoom(room);

    private static TokenizerFormatException InFile(string path, TokenizerFormatException fault) => new(fault.Component, $"{path}: {fault.Message}", path, fault);

    private List<HubToken> Tokenize(string text, bool specials, bool normalize = true, bool split = true)
    {
        try
        {
            return TokensOf(text, specials, normalize, split);
        }
        catch (TokenizerFormatException e) when (_path is not null)
        {
            throw InFile(_path, e);
        }
    }

    private List<HubToken> TokensOf(string text, bool specials, bool normalize, bool split)
    {
        List<HubToken> tokens = [];
        List<TextPiece> pieces = [];
        List<ModelToken> found = [];
        foreach ((int start, int length, AddedToken? verbatim) in _verbatim.Split(text, specials))
        {
            if (verbatim is not null)
            {
                tokens.Add(new HubToken(verbatim.Id, start, start + length));
                continue;
            }

            AlignedText stretch = new(text.Substring(start, length), start);
            stretch = normalize ? Normalize(stretch) : stretch;
            foreach ((int from, int size, AddedToken? added) in _normalized.Split(stretch.Text, specials))
            {
                if (added is not null)
                {
                    tokens.Add(new HubToken(added.Id, stretch.StartOf(from), stretch.EndOf(from + size - 1)));
                    continue;
                }

                pieces.Clear();
                Split(new TextPiece(stretch, from, size), split ? 0 : _parts.PreTokenizers.Count, pieces);
                foreach (TextPiece piece in pieces)
                {
                    found.Clear();
                    _parts.Model.Tokenize(piece.Span, found);
                    tokens.AddRange(found.Select(token => new HubToken(token.Id, piece.Owner.StartOf(piece.Start + token.Start), piece.Owner.EndOf(piece.Start + token.Start + token.Length - 1))));
                }
            }
        }

        return tokens;
    }

    private AlignedText Normalize(AlignedText text) => _parts.Normalizers.Aggregate(text, (t, normalizer) => normalizer.Normalize(t));

    private void Split(TextPiece piece, int step, List<TextPiece> pieces)
    {
        if (step == _parts.PreTokenizers.Count)
        {
            pieces.Add(piece);
            return;
        }

        List<TextPiece> parts = [];
        _parts.PreTokenizers[step].Split(piece, parts);
        foreach (TextPiece part in parts)
        {
            Split(part, step + 1, pieces);
        }
    }

    private int Room(HubEncodeOptions options, bool pair) =>
        options.MaxTokens is not { } most ? int.MaxValue : Math.Max(most - (options.AddSpecialTokens ? _parts.Template.Added(pair) : 0), 0);

    // The longer one gives way first; where both are too long they share.
    private static (int First, int Second) Share(int first, int second, int room)
    {
        int less = Math.Min(first, second), more = less > room ? less : Math.Max(less, room - less);
        if ((long)less + more > room)
        {
            less = room / 2;
            more = less + (room % 2);
        }

        return first <= second ? (less, more) : (more, less);
    }

    private void Truncate(List<HubToken> tokens, int room)
    {
        if (tokens.Count > room)
        {
            tokens.RemoveRange(_parts.TruncateLeft ? 0 : room, tokens.Count - room);
        }
    }

    private List<HubToken> Surround(IReadOnlyList<HubToken> first, List<HubToken> second, bool pair, HubEncodeOptions options)
    {
        TokenTemplate template = options.AddSpecialTokens ? _parts.Template : TokenTemplate.None;
        List<HubToken> tokens = new(first.Count + second.Count + template.Added(pair));
        foreach (TemplateItem item in pair ? template.Pair : template.Single)
        {
            if (item.Special is { } special)
            {
                tokens.Add(new HubToken(special, 0, 0, item.TypeId));
            }
            else
            {
                tokens.AddRange((item.Text == 0 ? first : second).Select(token => token with { TypeId = item.TypeId }));
            }
        }

        return tokens;
    }
}
