namespace StructIndex;

/// <summary>
/// The words that count of each field of a unit, as a static model reads them in training and in use. Holds scratch space: one thread at a
/// time.
/// </summary>
/// <param name="version">Version of the tokenizer.</param>
internal sealed class FieldTokens(uint version = CodeTokenizer.Version)
{
    /// <summary>Most tokens of a field.</summary>
    public const int MaxTokens = 300;

    private const int NameTokens = 24;
    private const int ShortTokens = 60;
    private const int LastTokens = 12;

    // Directories and keywords that training left out: they say nothing about one unit among others.
    private static readonly HashSet<Token> s_pathStopWords = Tokens(
        "src lib main org com net io go packages package index mod init java kotlin scala github golang common shared");

    private static readonly HashSet<Token> s_signatureStopWords = Tokens(
        "def func fn function public private static self pub void protected final override async virtual");

    private readonly Token[] _tokens = new Token[MaxTokens];
    private int _count;

    /// <summary>The words taken since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<Token> Words => _tokens.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Takes the words of a field.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="fields">All fields: the signature is read without the name.</param>
    /// <param name="body">The body, which may be a piece of the unit's.</param>
    public void Take(UnitField field, in UnitFields fields, ReadOnlySpan<char> body)
    {
        switch (field)
        {
            case UnitField.Name:
                TakeFirst(fields.Name, NameTokens);
                break;
            case UnitField.Container:
                TakeLast(fields.Container, LastTokens);
                break;
            case UnitField.Path:
                TakeLast(UnitPath.Tail(fields.Path), LastTokens, s_pathStopWords, numbers: false);
                break;
            case UnitField.Signature:
                TakeSignature(fields);
                break;
            case UnitField.Documentation:
                TakeFirst(fields.Documentation, ShortTokens);
                break;
            default:
                TakeFirst(body, MaxTokens);
                break;
        }
    }

    /// <summary>Takes the words of a question or any other plain text.</summary>
    public void TakeQuery(ReadOnlySpan<char> text) => TakeFirst(text, ShortTokens);

    private static HashSet<Token> Tokens(string words) => [.. words.Split(' ').Select(w => Token.TryParse(w)!.Value)];

    private void TakeFirst(ReadOnlySpan<char> text, int most, HashSet<Token>? without = null)
    {
        CodeTokenizer reader = new(text, version);
        while (_count < most && reader.Read(out Token token))
        {
            if (without is null || !without.Contains(token))
            {
                _tokens[_count++] = token;
            }
        }
    }

    private void TakeLast(ReadOnlySpan<char> text, int most, HashSet<Token>? without = null, bool numbers = true)
    {
        CodeTokenizer reader = new(text, version);
        while (reader.Read(out Token token))
        {
            if ((without is not null && without.Contains(token)) || (!numbers && token.IsNumber))
            {
                continue;
            }

            if (_count == MaxTokens)
            {
                KeepLast(most);
            }

            _tokens[_count++] = token;
        }

        KeepLast(most);
    }

    // The name has a field of its own, so it is taken out of the signature once.
    private void TakeSignature(in UnitFields fields)
    {
        ReadOnlySpan<char> signature = fields.Signature;
        int name = string.IsNullOrEmpty(fields.Name) ? -1 : signature.IndexOf(fields.Name, StringComparison.Ordinal);
        if (name >= 0)
        {
            TakeFirst(signature[..name], ShortTokens, s_signatureStopWords);
            signature = signature[(name + fields.Name.Length)..];
        }

        TakeFirst(signature, ShortTokens, s_signatureStopWords);
    }

    private void KeepLast(int most)
    {
        if (_count > most)
        {
            Array.Copy(_tokens, _count - most, _tokens, 0, most);
            _count = most;
        }
    }
}
