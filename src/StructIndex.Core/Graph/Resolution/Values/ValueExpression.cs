namespace StructIndex;

/// <summary>An expression in the syntax of Python, taken apart one step.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parts">
/// The name; the object and the name of a member; the container and the key of an element; what is called and the arguments; the expressions
/// of a choice; the items of a display, those of a dictionary with their keys.
/// </param>
internal readonly record struct ValueExpression(ValueExpressionKind Kind, params IReadOnlyList<string> Parts)
{
    private static readonly string[] s_choices = [" if ", " or ", " and "];

    /// <summary>Reads an expression.</summary>
    public static ValueExpression Of(string text)
    {
        if (IsName(text))
        {
            return new(ValueExpressionKind.Name, text);
        }

        text = Plain(text);
        if (text.Length == 0 || text.StartsWith("lambda", StringComparison.Ordinal))
        {
            return default;
        }

        foreach (string word in s_choices)
        {
            if (Find(text, word) is > 0 and var at)
            {
                string rest = text[(at + word.Length)..];
                return word != " if " ? new(ValueExpressionKind.Choice, text[..at], rest)
                    : Find(rest, " else ") is > 0 and var otherwise ? new(ValueExpressionKind.Choice, text[..at], rest[(otherwise + 6)..]) : default;
            }
        }

        if (Find(text, " + ") is > 0 and var sum)
        {
            return new(ValueExpressionKind.Display, [.. Items(text[..sum]), .. Items(text[(sum + 3)..].Trim())]);
        }

        if (text[0] is '[' or '{' or '(' && Close(text, 0) == text.Length - 1)
        {
            return Display(text);
        }

        if (Find(text, ",") > 0)
        {
            return Display($"({text})");
        }

        return text[^1] switch
        {
            ')' when OpenOf(text) is > 0 and var open => new(ValueExpressionKind.Call, [text[..open], .. Brackets.Items(text.AsSpan(open))]),
            ']' when OpenOf(text) is > 0 and var open => new(ValueExpressionKind.Element, text[..open], text[(open + 1)..^1].Trim()),
            _ when IsName(text) => new(ValueExpressionKind.Name, text),
            _ when text.LastIndexOf('.') is > 0 and var dot && IsName(text.AsSpan(dot + 1)) && Find(text, " ") < 0 => new(ValueExpressionKind.Member, text[..dot].TrimEnd(), text[(dot + 1)..]),
            _ => default,
        };
    }

    /// <summary>The key and the value of an item of a display; without a key null.</summary>
    public static (string? Key, string Value) Item(string item)
    {
        int colon = Find(item, ":");
        return colon > 0 && !item.StartsWith("lambda", StringComparison.Ordinal) ? (item[..colon].Trim(), item[(colon + 1)..].Trim()) : (null, item);
    }

    /// <summary>The name and the value of a keyword argument; without a name null.</summary>
    public static (string? Name, string Value) Argument(string argument)
    {
        int set = argument.IndexOf('=', StringComparison.Ordinal);
        return set > 0 && set + 1 < argument.Length && argument[set + 1] != '=' && IsName(argument[..set].TrimEnd()) ? (argument[..set].TrimEnd(), argument[(set + 1)..].Trim()) : (null, argument);
    }

    /// <summary>Whether a text is a name.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return text.Length > 0 && !char.IsAsciiDigit(text[0]);
    }

    /// <summary>Where the names in an expression stand; those in texts count.</summary>
    public static IEnumerable<Range> Names(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            int end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > start)
            {
                yield return start..end;
                start = end;
            }
        }
    }

    /// <summary>Offset of the first occurrence of a word outside of brackets and texts; -1 for none.</summary>
    public static int Find(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                at = EndOfText(text, at);
            }
            else if (text[at] is '(' or '[' or '{')
            {
                at = Close(text, at);
            }
            else if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Offset of the first occurrence of a letter outside of texts, in brackets too; -1 for none.</summary>
    public static int FindAnywhere(ReadOnlySpan<char> text, char letter)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                at = EndOfText(text, at);
            }
            else if (text[at] == letter)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The items of a display, or one that stands for those of another expression.</summary>
    private static IReadOnlyList<string> Items(string text) => Of(text) is { Kind: ValueExpressionKind.Display, Parts: var items } ? items : [$"*{text}"];

    private static ValueExpression Display(string text)
    {
        // Of a comprehension the expression that stands for each.
        ReadOnlySpan<char> inside = text.AsSpan(1, text.Length - 2);
        return Find(inside, " for ") is > 0 and var each ? new(ValueExpressionKind.Display, $"*[{inside[..each]}]") : new(ValueExpressionKind.Display, Brackets.Items(text));
    }

    /// <summary>The text on one line, without brackets around it and without <c>await</c>.</summary>
    private static string Plain(string text)
    {
        text = text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text.Trim() : text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        while (true)
        {
            if (text.StartsWith("await ", StringComparison.Ordinal))
            {
                text = text[6..].TrimStart();
            }
            else if (text is ['(', _, .., ')'] && Close(text, 0) == text.Length - 1 && Find(text.AsSpan(1, text.Length - 2), ",") < 0)
            {
                text = text[1..^1].Trim();
            }
            else
            {
                return text;
            }
        }
    }

    /// <summary>Offset of the bracket that closes the one at an offset; the end of the text where none does.</summary>
    private static int Close(ReadOnlySpan<char> text, int open)
    {
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                at = EndOfText(text, at);
                continue;
            }

            depth += text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>Offset of the bracket that opens the one that a text ends with, before which there is something; -1 for none.</summary>
    private static int OpenOf(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                at = EndOfText(text, at);
            }
            else if (text[at] is '(' or '[' or '{')
            {
                int close = Close(text, at);
                if (close == text.Length - 1)
                {
                    return at;
                }

                at = close;
            }
            else if (text[at] is not ('.' or '_') && !char.IsLetterOrDigit(text[at]))
            {
                // An operator: what the last bracket belongs to is not the whole.
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Offset of the quote that ends the text which begins at an offset; the last offset where none does.</summary>
    private static int EndOfText(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> quote = text[start..] is ['"', '"', '"', ..] or ['\'', '\'', '\'', ..] ? text.Slice(start, 3) : text.Slice(start, 1);
        for (int at = start + quote.Length; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at..].StartsWith(quote, StringComparison.Ordinal))
            {
                return at + quote.Length - 1;
            }
        }

        return text.Length - 1;
    }
}
