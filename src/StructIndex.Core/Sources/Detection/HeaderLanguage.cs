namespace StructIndex;

/// <summary>Tells apart languages that share an extension, by the text.</summary>
internal static class HeaderLanguage
{
    private static readonly string[] s_cppStarts = ["class ", "namespace ", "template<", "template <", "using ", "public:", "private:", "protected:", "constexpr "];
    private static readonly string[] s_matlabStarts = ["%", "##", "#!", "function ", "function\t", "classdef ", "1;", "clear", "close all", "(*"];
    private static readonly string[] s_objcStarts = ["@interface", "@import", "@protocol", "@class", "#import"];

    /// <summary>The language that the text shows, where the extension leaves a choice; otherwise <paramref name="language"/>.</summary>
    /// <param name="language">The language by name.</param>
    /// <param name="name">File name.</param>
    /// <param name="text">The text; may be empty.</param>
    public static string Refine(string language, ReadOnlySpan<char> name, ReadOnlySpan<char> text) => language switch
    {
        "c" when name.EndsWith(".h", StringComparison.OrdinalIgnoreCase) => OfHeader(text),
        // Qt Linguist keeps its translations, which are XML, in .ts files.
        "typescript" when text.TrimStart().StartsWith("<?xml") || text.TrimStart().StartsWith("<!DOCTYPE TS") => "xml",
        "objc" when IsMatlab(text) => LanguageCatalog.PlainText,
        _ => language,
    };

    /// <summary>MATLAB, Octave and Mathematica share .m with Objective-C; the first line that says something tells them by its comment or keyword.</summary>
    private static bool IsMatlab(ReadOnlySpan<char> text)
    {
        bool inComment = false;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = Code(raw, ref inComment).TrimStart();
            if (!line.IsWhiteSpace())
            {
                // # Copyright is a comment of Octave's, # define a directive of C's; [a, b] = f() begins no file of Objective-C.
                return StartsWithAny(line, s_matlabStarts) || line is ['#', ' ', >= 'A' and <= 'Z', ..] || (line[0] == '[' && line.Contains('='));
            }
        }

        return false;
    }

    private static string OfHeader(ReadOnlySpan<char> text)
    {
        bool inComment = false;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = Code(raw, ref inComment).TrimStart();
            if (line.IsEmpty)
            {
                continue;
            }

            if (StartsWithAny(line, s_objcStarts))
            {
                return "objc";
            }

            if (StartsWithAny(line, s_cppStarts) || HasScope(line))
            {
                return "cpp";
            }
        }

        return "c";
    }

    /// <summary>The part of a line before any comment. Code between two block comments of one line is passed over: one hit elsewhere is enough.</summary>
    private static ReadOnlySpan<char> Code(ReadOnlySpan<char> line, ref bool inComment)
    {
        if (inComment)
        {
            int end = line.IndexOf("*/");
            if (end < 0)
            {
                return [];
            }

            inComment = false;
            line = line[(end + 2)..];
        }

        int slash = line.IndexOf("//");
        int block = line.IndexOf("/*");
        if (block >= 0 && (slash < 0 || block < slash))
        {
            inComment = !line[(block + 2)..].Contains("*/", StringComparison.Ordinal);
            return line[..block];
        }

        return slash < 0 ? line : line[..slash];
    }

    /// <summary><c>a::b</c> outside a string.</summary>
    private static bool HasScope(ReadOnlySpan<char> line)
    {
        int at = line.IndexOf("::");
        return at > 0 && char.IsLetterOrDigit(line[at - 1]) && !line[..at].Contains('"');
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] starts)
    {
        foreach (string start in starts)
        {
            if (line.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }
}
