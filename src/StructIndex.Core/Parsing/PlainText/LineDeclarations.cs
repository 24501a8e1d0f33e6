using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Declarations of languages without a grammar, as far as single lines show them: functions and types by name, each from the comment above
/// it to the next one, or to the first paragraph that is indented no deeper. What holds a declaration is told by indentation.
/// </summary>
internal static class LineDeclarations
{
    private const int MaxSignatureLength = 240;
    private static readonly SearchValues<char> s_rulers = SearchValues.Create("#*-=~ /;%!+");

    /// <summary>The declarations, by offset; empty where the language has no patterns.</summary>
    /// <param name="file">The file.</param>
    public static List<CodeDeclaration> Of(SourceFile file)
    {
        List<Head> found = Find(file);
        List<CodeDeclaration> declarations = new(found.Count);
        List<(int Level, string Name)> above = [];
        int free = 1;
        for (int i = 0; i < found.Count; i++)
        {
            (int line, int lastClause, UnitKind kind, SourceSpan name) = found[i];
            ReadOnlySpan<char> text = file.Line(line, out int start);
            int indent = Indent(text);

            // A package or module holds what follows at its own depth; a type only what is deeper.
            int level = (2 * indent) + (kind == UnitKind.Namespace ? 0 : 1);
            int last = above.FindLastIndex(outer => outer.Level < level);
            above.RemoveRange(last + 1, above.Count - last - 1);

            int first = FirstCommentLine(file, line, free);
            int stop = i + 1 < found.Count ? FirstCommentLine(file, found[i + 1].Line, lastClause + 1) : file.LineCount + 1;
            int end = file.OffsetOfLine(EndLine(file, lastClause, stop, indent));
            int from = file.OffsetOfLine(first), signatureEnd = start + text.Length;
            end = signatureEnd + file.Text.AsSpan(signatureEnd, Math.Max(0, end - signatureEnd)).TrimEnd().Length;
            string simpleName = file.Text[name.Start..name.End];
            declarations.Add(new CodeDeclaration
            {
                Kind = kind,
                Name = simpleName,
                Container = string.Join('.', above.Select(outer => outer.Name)),
                Span = new SourceSpan(from, end),
                NameSpan = name,
                Body = new SourceSpan(signatureEnd, end),
                Signature = Signature(text),
                Documentation = Comment(file, first, line),
            });
            if (kind is UnitKind.Namespace || kind.IsType())
            {
                above.Add((level, simpleName));
            }

            free = lastClause + 1;
        }

        return declarations;
    }

    /// <summary>Lines that begin a declaration, ascending; clauses of one function that follow each other without a blank line are one.</summary>
    private static List<Head> Find(SourceFile file)
    {
        List<Head> found = [];
        foreach ((UnitKind kind, Regex pattern) in LinePatterns.Of(file.Language))
        {
            for (Match match = pattern.Match(file.Text); match.Success; match = match.NextMatch())
            {
                Group name = match.Groups["name"];
                int line = file.LineAt(name.Index);
                found.Add(new Head(line, line, kind, new SourceSpan(name.Index, name.Index + name.Length)));
            }
        }

        List<Head> distinct = new(found.Count);
        foreach (Head next in found.OrderBy(one => one.Line).ThenBy(one => one.Name.Start))
        {
            if (distinct.Count > 0 && IsClause(file, distinct[^1], next))
            {
                distinct[^1] = distinct[^1] with { LastClause = next.Line };
            }
            else if (distinct.Count == 0 || distinct[^1].Line != next.Line)
            {
                distinct.Add(next);
            }
        }

        return distinct;
    }

    private static bool IsClause(SourceFile file, in Head head, in Head next)
    {
        bool isSame = head.Kind == UnitKind.Function && next.Kind == UnitKind.Function
            && file.Text.AsSpan(head.Name.Start, head.Name.Length).SequenceEqual(file.Text.AsSpan(next.Name.Start, next.Name.Length));
        for (int line = head.LastClause + 1; isSame && line < next.Line; line++)
        {
            isSame = !file.Line(line, out _).IsWhiteSpace();
        }

        return isSame;
    }

    private static int FirstCommentLine(SourceFile file, int line, int lowest)
    {
        while (line > lowest && IsComment(file, file.Line(line - 1, out _).TrimStart()))
        {
            line--;
        }

        return line;
    }

    /// <summary>The line after the last one of a declaration.</summary>
    private static int EndLine(SourceFile file, int line, int stop, int indent)
    {
        bool afterBlank = false;
        for (int next = line + 1; next < stop; next++)
        {
            ReadOnlySpan<char> text = file.Line(next, out _);
            bool isBlank = text.IsWhiteSpace();
            if (afterBlank && !isBlank && Indent(text) <= indent && text.TrimStart()[0] is not ('}' or ')' or ']' or '{') && !text.TrimStart().StartsWith("end", StringComparison.OrdinalIgnoreCase))
            {
                return next;
            }

            afterBlank = isBlank;
        }

        return stop;
    }

    private static bool IsComment(SourceFile file, ReadOnlySpan<char> line) =>
        CommentSyntax.Of(file.Language).IsComment(line) && !line.StartsWith("#!") && !line.StartsWith("#include") && !line.StartsWith("#define");

    private static string Comment(SourceFile file, int first, int line)
    {
        StringBuilder text = new();
        for (; first < line; first++)
        {
            ReadOnlySpan<char> words = file.Line(first, out _).Trim().TrimStart("#/-;%!'\"*(:").TrimEnd("*/)").Trim();
            if (words.ContainsAnyExcept(s_rulers))
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(words);
            }
        }

        return text.ToString();
    }

    private static string Signature(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> signature = line.Trim();
        signature = signature[..Math.Min(signature.Length, MaxSignatureLength)];
        return signature.TrimEnd("{ \t").ToString();
    }

    private static int Indent(ReadOnlySpan<char> line)
    {
        int width = 0;
        foreach (char c in line)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            width += c == '\t' ? 4 : 1;
        }

        return width;
    }

    /// <summary>The line that begins a declaration, and that of its last clause.</summary>
    private readonly record struct Head(int Line, int LastClause, UnitKind Kind, SourceSpan Name);
}
