using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>The words and marks of a context pack.</summary>
internal static class ContextText
{
    private const int MinFenceLength = 3;

    /// <summary>A piece as Markdown, with the line break behind it.</summary>
    public static string Render(ContextPiece piece)
    {
        string fence = new('`', Math.Max(MinFenceLength, LongestRun(piece.Text, '`') + 1));

        // A file may be named with a line break in it.
        string heading = $"### {piece.Path}:{piece.Lines} ({piece.Why})".ReplaceLineEndings("\\n");
        return $"{heading}\n{fence}{piece.Language}\n{piece.Text}\n{fence}\n";
    }

    /// <summary>The last line of a pack, which says what is not in it; empty when nothing is left out.</summary>
    public static string Tail(int units, int files) => units == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"Left out for want of room or relevance: {units} more units, in {files} files.\n");

    /// <summary>Why a unit is there, and what of it is cut.</summary>
    /// <param name="entry">The unit.</param>
    /// <param name="named">Whether to say which unit is meant.</param>
    public static string Why(ContextEntry entry, bool named)
    {
        int lines = entry.Unit.Lines.Count;
        string cut = entry.Form == ContextForm.Whole ? "" : string.Create(CultureInfo.InvariantCulture, $", signature of {lines} line{(lines == 1 ? "" : "s")}");
        return $"{(named ? entry.Unit.Name + ": " : "")}{entry.Why}{cut}";
    }

    /// <summary>Documentation as lines of comment; as quotations where the language has no comments.</summary>
    public static string Comment(string documentation, LanguageFacts language)
    {
        string open = language.CommentOpen.Length > 0 ? language.CommentOpen : ">";
        StringBuilder text = new();
        foreach (ReadOnlySpan<char> line in documentation.AsSpan().Trim().EnumerateLines())
        {
            text.Append(open).Append(line.IsWhiteSpace() ? "" : " ").Append(line.TrimEnd());
            text.Append(language.CommentClose.Length > 0 ? " " : "").Append(language.CommentClose).Append('\n');
        }

        return text.ToString();
    }

    private static int LongestRun(string text, char c)
    {
        int longest = 0, run = 0;
        foreach (char other in text)
        {
            run = other == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
