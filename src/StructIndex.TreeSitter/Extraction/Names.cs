using System.Text;

namespace StructIndex;

/// <summary>Names as they are written, made simple: qualified names split and dotted, types without arguments and decoration.</summary>
internal static class Names
{
    /// <summary>Words in the text of a type that are not its name.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_typeNoise = new HashSet<string>(
        "const mut dyn impl struct enum union class unsigned signed volatile static ref in out final typename readonly inout some any keyof typeof".Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text without quotes around it.</summary>
    public static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is [':', not ':', ..])
        {
            // A Ruby symbol.
            return text[1..];
        }

        return text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' or '`' ? text[1..^1] : text;
    }

    /// <summary>A module's name without quotes or the angle brackets of an <c>#include</c>.</summary>
    public static ReadOnlySpan<char> Module(ReadOnlySpan<char> text)
    {
        text = Unquoted(text);
        return text is ['<', .., '>'] ? text[1..^1] : text;
    }

    /// <summary>Where the last part of a qualified name begins; separators inside brackets do not count.</summary>
    public static int LastPart(ReadOnlySpan<char> name, string separator)
    {
        int depth = 0;
        int part = 0;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '<' or '(' or '[')
            {
                depth++;
            }
            else if (c is '>' or ')' or ']')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && name[i..].StartsWith(separator, StringComparison.Ordinal))
            {
                part = i + separator.Length;
                i = part - 1;
            }
            else if (depth == 0 && name[i..].StartsWith("operator", StringComparison.Ordinal) && (i == part))
            {
                break;
            }
        }

        return part;
    }

    /// <summary>
    /// A qualified name as a dotted one: no type arguments, pointers or spaces, no parts that mean the type or file itself.
    /// </summary>
    public static string Dotted(ReadOnlySpan<char> name, TreeSitterLanguage language)
    {
        StringBuilder dotted = new();
        StringBuilder part = new();
        int depth = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool separates = i < name.Length && depth == 0 && (name[i] == '.' || name[i..].StartsWith(language.Separator, StringComparison.Ordinal));
            if (i == name.Length || separates)
            {
                string text = part.ToString();
                if (text.Length > 0 && !language.NamelessReceivers.Contains(text, StringComparer.Ordinal))
                {
                    dotted.Append(dotted.Length > 0 ? "." : "").Append(text);
                }

                part.Clear();
                i += separates && name[i] != '.' ? language.Separator.Length - 1 : 0;
                continue;
            }

            char c = name[i];
            depth += c is '<' or '[' or '(' ? 1 : c is '>' or ']' or ')' ? -1 : 0;
            if (depth == 0 && (char.IsLetterOrDigit(c) || c is '_' or '$' or '-' or '~' or '\'' or '?' or '!' or '#'))
            {
                part.Append(c);
            }
        }

        return dotted.ToString();
    }

    /// <summary>A type without marks of references and lifetimes before it: of <c>&amp;'a mut [Item]</c> what follows.</summary>
    public static ReadOnlySpan<char> WithoutReference(ReadOnlySpan<char> type)
    {
        type = type.Trim(" :");
        while (type is ['&', ..])
        {
            type = type[1..].TrimStart();
            type = type is ['\'', ..] && type.IndexOf(' ') is > 0 and var space ? type[(space + 1)..].TrimStart() : type;
            type = type.StartsWith("mut ", StringComparison.Ordinal) ? type[4..].TrimStart() : type;
        }

        return type;
    }

    /// <summary>
    /// The simple name of a type: the first name that is no keyword, last part of it, looking through wrappers such as <c>Optional[T]</c>. The
    /// whole of it where parts of names are set apart by <c>::</c>.
    /// </summary>
    public static ReadOnlySpan<char> SimpleType(ReadOnlySpan<char> type, TreeSitterLanguage language)
    {
        for (int i = 0; i < type.Length; i++)
        {
            if (type[i] == '\'' && language.Separator == "::")
            {
                // A Rust lifetime.
                i++;
                while (i < type.Length && IsName(type[i]))
                {
                    i++;
                }

                continue;
            }

            if (!IsName(type[i]) || char.IsAsciiDigit(type[i]))
            {
                continue;
            }

            int end = i;
            int part = i;
            while (end < type.Length)
            {
                if (IsName(type[end]))
                {
                    end++;
                }
                else if (type[end] == '.' && end + 1 < type.Length && IsName(type[end + 1]))
                {
                    part = ++end;
                }
                else if (type[end..].StartsWith(language.Separator, StringComparison.Ordinal) && end + language.Separator.Length < type.Length
                    && IsName(type[end + language.Separator.Length]))
                {
                    end += language.Separator.Length;
                    part = end;
                }
                else
                {
                    break;
                }
            }

            ReadOnlySpan<char> name = type[part..end];
            if (!s_typeNoise.Contains(name) && !(end < type.Length && type[end] is '<' or '[' && language.TypeWrappers.AsSpan().Contains(name.ToString())))
            {
                return language.Separator == "::" ? type[i..end] : name;
            }

            i = end;
        }

        return [];
    }

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
