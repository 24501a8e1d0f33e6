using System.Text;

namespace StructIndex;

/// <summary>
/// Turns a documentation comment into readable text: the summary first, then parameters, result, exceptions and remarks, each on a line.
/// A tolerant reader of tags, since comments in the wild are often no XML.
/// </summary>
internal static class XmlDocumentation
{
    /// <summary>Whether the comment asks for the documentation of what the member overrides or implements.</summary>
    public static bool Inherits(string xml) => xml.Contains("<inheritdoc", StringComparison.Ordinal);

    /// <summary>The symbol whose documentation the comment asks for, as written; empty where it names none.</summary>
    public static string InheritedFrom(string xml)
    {
        int open = xml.IndexOf("<inheritdoc", StringComparison.Ordinal);
        int close = open < 0 ? -1 : xml.IndexOf('>', open);
        return close < 0 ? "" : Attribute(xml.AsSpan(open, close - open), "cref");
    }

    /// <summary>The readable text of a comment without its marks.</summary>
    public static string Clean(string xml)
    {
        if (xml.Length == 0)
        {
            return "";
        }

        if (!xml.Contains('<', StringComparison.Ordinal))
        {
            return Blanks(Decode(xml));
        }

        StringBuilder result = new(xml.Length), line = new();
        int at = 0;
        while (at < xml.Length)
        {
            int open = xml.IndexOf('<', at);
            int close = open < 0 ? -1 : xml.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            line.Append(Decode(xml[at..open]));
            ReadOnlySpan<char> tag = xml.AsSpan(open + 1, close - open - 1).Trim();
            at = close + 1;
            if (tag.StartsWith("![CDATA[", StringComparison.Ordinal))
            {
                int end = xml.IndexOf("]]>", open, StringComparison.Ordinal);
                end = end < 0 ? xml.Length : end;
                line.Append(xml, open + 9, end - open - 9);
                at = Math.Min(xml.Length, end + 3);
            }
            else
            {
                Tag(tag, result, line);
            }
        }

        line.Append(Decode(xml[at..]));
        Flush(result, line);
        return result.ToString();
    }

    private static void Tag(ReadOnlySpan<char> tag, StringBuilder result, StringBuilder line)
    {
        bool isEnd = tag.StartsWith("/");
        ReadOnlySpan<char> body = tag.Trim('/').Trim();
        int nameEnd = body.IndexOfAny(" \t\r\n");
        ReadOnlySpan<char> name = nameEnd < 0 ? body : body[..nameEnd];
        switch (name)
        {
            case "see" or "seealso" or "paramref" or "typeparamref":
                if (!isEnd)
                {
                    // With text of its own the tag's reference is not the text, except when it stands alone.
                    line.Append(tag.EndsWith("/") ? Reference(body) : "");
                }

                break;
            case "param" or "typeparam":
                Flush(result, line);
                if (!isEnd)
                {
                    line.Append(Attribute(body, "name")).Append(": ");
                }

                break;
            case "returns" or "value":
                Flush(result, line);
                line.Append(isEnd ? "" : name is "returns" ? "Returns: " : "Value: ");
                break;
            case "exception":
                Flush(result, line);
                if (!isEnd)
                {
                    line.Append("Throws ").Append(Reference(body)).Append(tag.EndsWith("/") ? "" : ": ");
                }

                break;
            case "summary" or "remarks" or "para" or "example" or "code" or "list" or "item" or "description" or "br" or "p" or "li" or "ul" or "listheader":
                Flush(result, line);
                break;
            case "term":
                line.Append(isEnd ? ": " : "");
                break;
            case "inheritdoc" or "c" or "b" or "i" or "em" or "strong" or "include" or "a" or "tt" or "u" or "note" or "permission" or "completionlist" or "member" or "doc":
                break;
            default:
                // No tag that documentation knows: it is text, such as List<T> written bare.
                line.Append('<').Append(tag).Append('>');
                break;
        }
    }

    private static string Reference(ReadOnlySpan<char> tag)
    {
        string target = Attribute(tag, "cref");
        target = target.Length > 0 ? target : Attribute(tag, "langword");
        target = target.Length > 0 ? target : Attribute(tag, "name");
        target = target.Length > 0 ? target : Attribute(tag, "href");
        return target.Length > 2 && target[1] == ':' && char.IsUpper(target[0]) ? target[2..] : target.Replace('{', '<').Replace('}', '>');
    }

    private static string Attribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        int at = tag.IndexOf(name);
        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> rest = tag[(at + name.Length)..].TrimStart();
        if (!rest.StartsWith("="))
        {
            return "";
        }

        rest = rest[1..].TrimStart();
        if (rest.Length == 0 || rest[0] is not ('"' or '\''))
        {
            return "";
        }

        int end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? "" : Decode(rest.Slice(1, end).ToString());
    }

    private static void Flush(StringBuilder result, StringBuilder line)
    {
        string text = Blanks(line.ToString());
        line.Clear();
        if (text.StartsWith("Throws ", StringComparison.Ordinal))
        {
            text = text.TrimEnd(':');
        }

        // A label with nothing behind it says nothing.
        if (text.Length > 0 && !(text[^1] == ':' && !text.Contains(' ', StringComparison.Ordinal)))
        {
            result.Append(result.Length > 0 ? "\n" : "").Append(text);
        }
    }

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;

    private static string Blanks(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }
}
