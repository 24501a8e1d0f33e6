using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Writes a declaration on one line: modifiers, name, parameters and constraints, without attributes, documentation and body.
/// </summary>
internal static class SignatureText
{
    /// <summary>Longest signature kept; the rest is cut with an ellipsis.</summary>
    private const int MaxLength = 1000;

    /// <summary>
    /// The text from <paramref name="start"/> to <paramref name="end"/> with white space as single blanks and without comments.
    /// </summary>
    public static string Line(string text, int start, int end)
    {
        ReadOnlySpan<char> span = text.AsSpan(start, Math.Max(0, end - start));
        StringBuilder line = new(Math.Min(span.Length, MaxLength));
        bool blank = false;
        for (int i = 0; i < span.Length; i++)
        {
            char c = span[i];
            if (char.IsWhiteSpace(c))
            {
                blank = line.Length > 0;
            }
            else if (c == '/' && i + 1 < span.Length && span[i + 1] is '/' or '*' && CommentEnd(span, i) is var commentEnd)
            {
                i = commentEnd;
                blank = line.Length > 0;
            }
            else if (c == '#' && IsFirstOnLine(span, i))
            {
                int newLine = span[i..].IndexOfAny('\n', '\r');
                i = newLine < 0 ? span.Length : i + newLine;
                blank = line.Length > 0;
            }
            else
            {
                // A list broken over lines reads as one: no blank inside its brackets.
                if (blank && !(line[^1] is '(' or '[' or '<') && !(c is ')' or ']' or ',' or ';'))
                {
                    line.Append(' ');
                }

                blank = false;
                if (c is '"' or '\'' && LiteralEnd(span, i) is var literalEnd && literalEnd > i)
                {
                    line.Append(span[i..(literalEnd + 1)]);
                    i = literalEnd;
                }
                else
                {
                    line.Append(c);
                }
            }

            if (line.Length > MaxLength)
            {
                return line.ToString(0, MaxLength - 1) + "…";
            }
        }

        return line.ToString();
    }

    /// <summary>The tokens on one line, parted as the source parts them.</summary>
    public static string Line(IEnumerable<SyntaxToken> tokens)
    {
        string all = string.Concat(tokens.Select(token => token.HasTrailingTrivia ? token.Text + " " : token.Text));
        return Line(all, 0, all.Length);
    }

    /// <summary>A property, indexer or event with its accessors, for example <c>public int Count { get; private set; }</c>.</summary>
    public static string WithAccessors(string head, AccessorListSyntax? accessors)
        => accessors is null
            ? head + " { get; }"
            : $"{head} {{ {string.Join(' ', accessors.Accessors.Select(accessor => Modifiers(accessor) + accessor.Keyword.ValueText + ";"))} }}";

    private static string Modifiers(AccessorDeclarationSyntax accessor)
        => string.Concat(accessor.Modifiers.Select(modifier => modifier.ValueText + " "));

    private static int CommentEnd(ReadOnlySpan<char> span, int at)
    {
        int end = span[at + 1] == '/' ? span[at..].IndexOfAny('\n', '\r') : span[(at + 2)..].IndexOf("*/") is var found and >= 0 ? found + 3 : -1;
        return end < 0 ? span.Length : at + end;
    }

    private static int LiteralEnd(ReadOnlySpan<char> span, int at)
    {
        for (int i = at + 1; i < span.Length && span[i] is not ('\n' or '\r'); i++)
        {
            if (span[i] == '\\')
            {
                i++;
            }
            else if (span[i] == span[at])
            {
                return i;
            }
        }

        return at;
    }

    private static bool IsFirstOnLine(ReadOnlySpan<char> span, int at)
    {
        ReadOnlySpan<char> before = span[..at].TrimEnd(" \t");
        return before.Length == 0 || before[^1] is '\n' or '\r';
    }
}
