namespace StructIndex;

/// <summary>Goes through the lines of a Kotlin file that begin in code: neither in a comment nor in a raw string.</summary>
internal ref struct KotlinLexer(string text)
{
    private const string RawQuote = "\"\"\"";
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Goes to the next such line. The line ends before a comment or raw string on it.</summary>
    public bool NextLine(out int start, out int end)
    {
        start = _at;
        end = -1;
        while (_at < _text.Length && _text[_at] != '\n')
        {
            ReadOnlySpan<char> rest = _text[_at..];
            if (rest.StartsWith("//", StringComparison.Ordinal))
            {
                end = end < 0 ? _at : end;
                _at += rest.IndexOf('\n') is >= 0 and var length ? length : rest.Length;
            }
            else if (rest.StartsWith("/*", StringComparison.Ordinal))
            {
                end = end < 0 ? _at : end;
                SkipComment();
            }
            else if (rest.StartsWith(RawQuote, StringComparison.Ordinal))
            {
                end = end < 0 ? _at : end;
                int length = rest[RawQuote.Length..].IndexOf(RawQuote, StringComparison.Ordinal);
                _at += length < 0 ? rest.Length : length + (2 * RawQuote.Length);
            }
            else
            {
                _at = rest[0] is '"' or '\'' ? AfterString(rest[0]) : _at + 1;
            }
        }

        end = end < 0 ? _at : end;
        bool found = start < _text.Length;
        _at++;
        return found;
    }

    // Comments nest in Kotlin.
    private void SkipComment()
    {
        int depth = 0;
        do
        {
            ReadOnlySpan<char> rest = _text[_at..];
            bool opens = rest.StartsWith("/*", StringComparison.Ordinal), closes = rest.StartsWith("*/", StringComparison.Ordinal);
            depth += opens ? 1 : closes ? -1 : 0;
            _at += opens || closes ? 2 : 1;
        }
        while (depth > 0 && _at < _text.Length);
    }

    private readonly int AfterString(char quote)
    {
        for (int at = _at + 1; at < _text.Length && _text[at] != '\n'; at++)
        {
            if (_text[at] == quote)
            {
                return at + 1;
            }

            at += _text[at] == '\\' ? 1 : 0;
        }

        return _at + 1;
    }
}
