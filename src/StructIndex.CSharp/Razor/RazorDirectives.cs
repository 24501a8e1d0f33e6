namespace StructIndex;

/// <summary>Reads directives of Razor: <c>@code</c>, <c>@inject</c>, <c>@using</c> and the like.</summary>
internal sealed class RazorDirectives(string text, RazorParts parts)
{
    /// <summary>Reads the directive that a word begins, and gives the offset behind it; null where the word begins an expression.</summary>
    public int? Read(int start, int end)
    {
        int rest = end;
        while (rest < text.Length && text[rest] is ' ' or '\t')
        {
            rest++;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        if (word is "code" or "functions")
        {
            int open = end + text.AsSpan(end).Length - text.AsSpan(end).TrimStart().Length;
            return open < text.Length && text[open] == '{' ? Members(open) : null;
        }

        if (rest == end && rest < text.Length && text[rest] is not ('\r' or '\n'))
        {
            return null;
        }

        int line = text.AsSpan(rest).IndexOfAny('\r', '\n') is >= 0 and var length ? rest + length : text.Length;
        SourceSpan value = Trimmed(rest, line);
        switch (word)
        {
            case "using":
                parts.Usings.Add(value);
                break;
            case "inherits":
                parts.Inherits = value;
                break;
            case "model":
                parts.Model = value;
                break;
            case "implements":
                parts.Implements.Add(value);
                break;
            case "namespace":
                parts.Namespace = value;
                break;
            case "typeparam":
                parts.TypeParameters.Add(new SourceSpan(value.Start, RazorText.EndOfWord(text, value.Start)));
                break;
            case "inject":
                parts.Members.AddRange(["public ", value, " { get; set; }\n"]);
                break;
            case "section":
                return text.IndexOf('{', rest, line - rest) is >= 0 and var brace ? brace + 1 : line;
            case "page" or "layout" or "attribute" or "rendermode" or "preservewhitespace" or "addTagHelper" or "removeTagHelper" or "tagHelperPrefix":
                break;
            default:
                return null;
        }

        return line;
    }

    private int Members(int open)
    {
        int close = RazorText.Match(text, open);
        parts.Members.AddRange([new SourceSpan(open + 1, close), "\n"]);
        return Math.Min(close + 1, text.Length);
    }

    private SourceSpan Trimmed(int start, int end)
    {
        ReadOnlySpan<char> value = text.AsSpan(start, end - start).TrimEnd("; \t");
        return new SourceSpan(start, start + value.Length);
    }
}
