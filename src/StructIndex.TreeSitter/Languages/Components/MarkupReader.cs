namespace StructIndex;

/// <summary>
/// Reads the markup of a component and makes a script of it in place: scripts stay as they are, the use of a component becomes its name as
/// a statement, an expression <c>+ expression;</c> and a handler of events a block. <c>component.scm</c> takes these apart again.
/// </summary>
internal abstract class MarkupReader(string text)
{
    /// <summary>A quote whose like does not follow within so many signs is an apostrophe.</summary>
    private const int MaxString = 4096;

    /// <summary>The file.</summary>
    protected string Text { get; } = text;

    /// <summary>The script so far.</summary>
    protected IslandText Islands { get; } = new(text);

    /// <summary>The script.</summary>
    public string Read()
    {
        for (int at = Begin(); at < Text.Length;)
        {
            int next = Text.AsSpan(at).IndexOfAny('<', '{');
            at = next < 0 ? Text.Length : Text[at + next] == '{' ? Math.Max(Braces(at + next), at + next + 1) : Markup(at + next);
        }

        return Islands.ToString();
    }

    /// <summary>Where the markup begins.</summary>
    protected virtual int Begin() => 0;

    /// <summary>Whether an element is a component rather than one of HTML.</summary>
    protected abstract bool IsComponent(ReadOnlySpan<char> name);

    /// <summary>Whether what an element holds is no markup that is read here.</summary>
    protected virtual bool IsForeign(ReadOnlySpan<char> name, ReadOnlySpan<char> tag) => name is "style";

    /// <summary>Reads what an opening brace in markup or among attributes begins, and gives the offset behind it.</summary>
    protected abstract int Braces(int open);

    /// <summary>Reads the value of an attribute between its quotes.</summary>
    protected abstract void Quoted(ReadOnlySpan<char> name, int open, int close);

    /// <summary>Reads the opening tag of a script in JavaScript or TypeScript.</summary>
    protected virtual void Script(int at, int end)
    {
    }

    /// <summary>Makes an expression of what is between two signs.</summary>
    protected void Expression(int open, int close)
    {
        if (HasCode(open, close))
        {
            Islands.Put(open - 1, ';');
            Islands.Put(open, '+');
            Islands.Keep(open + 1, close);
            Islands.Put(close, ';');
        }
    }

    /// <summary>Makes a block of the statements, or the function, between two signs.</summary>
    protected void Block(int open, int close)
    {
        if (HasCode(open, close))
        {
            Islands.Put(open - 1, ';');
            Islands.Put(open, '{');
            Islands.Keep(open + 1, close);
            Islands.Put(close, '}');
        }
    }

    /// <summary>Ends a script: on a line of its own a block ends the statement before it, and is no part of it.</summary>
    protected void End(int at)
    {
        Islands.Put(at, '{');
        Islands.Put(at + 1, '}');
    }

    /// <summary>The brace that closes another one, past strings and comments; the end of the text where none does.</summary>
    protected int CloseOf(int open)
    {
        int depth = 0;
        for (int at = open; at < Text.Length; at++)
        {
            switch (Text[at])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return at;
                case '\'' or '"' or '`':
                    at = EndOfString(at);
                    break;
                case '/' when at + 1 < Text.Length && Text[at + 1] == '*':
                    at = After(at + 2, "*/") - 1;
                    break;
                default:
                    break;
            }
        }

        return Text.Length;
    }

    /// <summary>The offset behind the next occurrence of a mark.</summary>
    protected int After(int at, string mark)
    {
        int found = at < Text.Length ? Text.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase) : -1;
        return found < 0 ? Text.Length : found + mark.Length;
    }

    private int Markup(int at)
    {
        if (Text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return After(at + 4, "-->");
        }

        return at + 1 < Text.Length && char.IsAsciiLetter(Text[at + 1]) ? Element(at) : at + 1;
    }

    private int Element(int at)
    {
        int nameEnd = at + 1;
        while (nameEnd < Text.Length && (char.IsLetterOrDigit(Text[nameEnd]) || Text[nameEnd] is '-' or '_' or '.' or ':'))
        {
            nameEnd++;
        }

        ReadOnlySpan<char> name = Text.AsSpan(at + 1, nameEnd - at - 1);
        bool isScript = name.Equals("script", StringComparison.OrdinalIgnoreCase);
        if (IsComponent(name))
        {
            Use(at, nameEnd);
        }

        int end = Attributes(nameEnd, isScript);
        ReadOnlySpan<char> tag = Text.AsSpan(at, end - at);
        if (tag is not [.., '/', '>'] && (isScript || IsForeign(name, tag)))
        {
            int close = Math.Max(end, After(end, $"</{name}") - name.Length - 2);
            if (isScript && ScriptTags.IsScript(tag))
            {
                Islands.Put(end - 1, ';');
                Islands.Keep(end, close);
                Script(at, end);
                End(close);
            }

            return close;
        }

        return end;
    }

    private void Use(int at, int nameEnd)
    {
        Islands.Put(at, ';');
        Islands.Keep(at + 1, nameEnd);
        for (int i = at + 1; i < nameEnd; i++)
        {
            if (Text[i] is '-' or ':')
            {
                Islands.Put(i, '_');
            }
        }

        Islands.Put(nameEnd, ';');
    }

    /// <summary>Reads attributes up to the end of the tag, and gives the offset behind it.</summary>
    private int Attributes(int at, bool skip)
    {
        while (at < Text.Length && Text[at] != '>')
        {
            if (Text[at] == '{' && !skip)
            {
                at = Math.Max(Braces(at), at + 1);
                continue;
            }

            int start = at;
            while (at < Text.Length && !char.IsWhiteSpace(Text[at]) && Text[at] is not ('=' or '>' or '{' or '"' or '\''))
            {
                at++;
            }

            ReadOnlySpan<char> name = Text.AsSpan(start, at - start);
            int value = at;
            while (value < Text.Length && char.IsWhiteSpace(Text[value]))
            {
                value++;
            }

            at = value < Text.Length && Text[value] == '=' && !name.IsEmpty ? Value(name, value + 1, skip) : Math.Max(value, start + 1);
        }

        return Math.Min(at + 1, Text.Length);
    }

    private int Value(ReadOnlySpan<char> name, int at, bool skip)
    {
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        if (at < Text.Length && Text[at] is '"' or '\'')
        {
            int close = Text.IndexOf(Text[at], at + 1);
            close = close < 0 ? Text.Length : close;
            if (!skip)
            {
                Quoted(name, at, close);
            }

            return Math.Min(close + 1, Text.Length);
        }

        if (at < Text.Length && Text[at] == '{' && !skip)
        {
            return Math.Max(Braced(name, at), at + 1);
        }

        while (at < Text.Length && !char.IsWhiteSpace(Text[at]) && Text[at] != '>')
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads the value of an attribute in braces, and gives the offset behind it.</summary>
    protected virtual int Braced(ReadOnlySpan<char> name, int open) => Braces(open);

    private bool HasCode(int open, int close)
    {
        ReadOnlySpan<char> inside = Text.AsSpan(open + 1, Math.Max(0, close - open - 1)).Trim();
        return !inside.IsEmpty && !inside.StartsWith("//", StringComparison.Ordinal) && !(inside.StartsWith("/*", StringComparison.Ordinal) && inside.EndsWith("*/", StringComparison.Ordinal));
    }

    /// <summary>The offset of the last sign of a string. A quote without its like on the line is an apostrophe.</summary>
    private int EndOfString(int at)
    {
        char quote = Text[at];
        for (int end = at + 1; end < Math.Min(Text.Length, at + MaxString) && (quote == '`' || Text[end] is not ('\n' or '\r')); end++)
        {
            if (Text[end] == quote)
            {
                return end;
            }

            end += Text[end] == '\\' ? 1 : 0;
        }

        return at;
    }
}
