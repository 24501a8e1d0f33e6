namespace StructIndex;

/// <summary>Reads blocks and statements of C# in Razor's markup, which may hold markup again.</summary>
internal sealed class RazorCode(string text, RazorReader reader)
{
    /// <summary>Whether a word begins a statement.</summary>
    public bool IsStatement(int start, int end)
    {
        int next = end + text.AsSpan(end).Length - text.AsSpan(end).TrimStart().Length;
        char after = next < text.Length ? text[next] : '\0';
        return text.AsSpan(start, end - start) switch
        {
            "if" or "for" or "foreach" or "while" or "switch" or "lock" or "using" => after == '(',
            "do" or "try" => after == '{',
            _ => false,
        };
    }

    /// <summary>Reads a statement with its block, and those that go on with it: <c>else</c>, <c>catch</c>.</summary>
    public int Statement(int at)
    {
        while (true)
        {
            int brace = at;
            while (brace < text.Length && text[brace] is not ('{' or ';'))
            {
                brace = text[brace] == '(' ? RazorText.Match(text, brace) + 1 : brace + 1;
            }

            if (brace >= text.Length)
            {
                return text.Length;
            }

            Keep(at, text[brace] == ';' ? brace + 1 : brace);
            at = text[brace] == ';' ? brace + 1 : Block(brace);
            int next = at + text.AsSpan(at).Length - text.AsSpan(at).TrimStart().Length;
            if (text.AsSpan(next, RazorText.EndOfWord(text, next) - next) is not ("else" or "catch" or "finally"))
            {
                return at;
            }

            at = next;
        }
    }

    /// <summary>Reads a block from its brace on, and gives the offset behind it.</summary>
    public int Block(int open)
    {
        reader.Parts.Markup.Add("{");
        int depth = 1, from = open + 1, at = open + 1;
        bool begins = true;
        while (at < text.Length)
        {
            char c = text[at];
            bool isMarkup = begins && c == '<' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!');
            if (isMarkup || (c == '@' && at + 1 < text.Length && (begins || text[at + 1] == '<') && text[at + 1] is not '"'))
            {
                Keep(from, at);
                reader.Parts.Markup.AddRange(begins ? [] : ["null"]);
                from = at = Inner(at);
                continue;
            }

            if (RazorText.EndOfToken(text, at) is var end && end > at + 1)
            {
                begins &= c == '/';
                at = end;
                continue;
            }

            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            begins = char.IsWhiteSpace(c) ? begins : c is '{' or '}' or ';' or ':';
            at++;
        }

        Keep(from, Math.Min(at, text.Length));
        reader.Parts.Markup.Add("}\n");
        return Math.Min(at + 1, text.Length);
    }

    /// <summary>Reads markup in a block: an element, an expression, or a line behind <c>@:</c>.</summary>
    private int Inner(int at)
    {
        if (text[at] == '<')
        {
            return Math.Max(reader.Markup(at, isElement: true), at + 1);
        }

        if (text[at + 1] == '<')
        {
            return Math.Max(reader.Markup(at + 1, isElement: true), at + 2);
        }

        if (text[at + 1] != ':')
        {
            return Math.Max(reader.Transition(at), at + 1);
        }

        int line = text.IndexOf('\n', at);
        return reader.Markup(at + 2, isElement: false, line < 0 ? text.Length : line);
    }

    private void Keep(int start, int end)
    {
        if (end > start)
        {
            reader.Parts.Markup.Add(new SourceSpan(start, end));
        }
    }
}
