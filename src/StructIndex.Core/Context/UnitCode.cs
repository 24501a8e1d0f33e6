using System.Text;

namespace StructIndex;

/// <summary>The text of a unit in a form, from the left margin, and of units in units.</summary>
internal static class UnitCode
{
    private const int UsualStep = 4;

    /// <summary>The unit with what is shown of the units it holds, in the order of their lines.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="form">How much of it.</param>
    /// <param name="held">The texts of units in it, each with the unit.</param>
    /// <param name="language">How comments are written in its language.</param>
    public static string Of(CodeUnit unit, ContextForm form, IReadOnlyList<(CodeUnit Unit, string Text)> held, LanguageFacts language)
    {
        string code = form == ContextForm.Whole ? Dedent(unit.Body) : Heading(unit, language);
        StringBuilder behind = new();
        int from = 0;
        foreach ((CodeUnit inner, string text) in held)
        {
            if (Contains(unit, form, inner))
            {
                continue;
            }

            // A type's body has one line for each member: its signature. There the member's code belongs.
            int at = form == ContextForm.Whole && inner.Signature.Length > 0 ? code.IndexOf(inner.Signature, from, StringComparison.Ordinal) : -1;
            if (at >= 0)
            {
                string indented = Indent(text, LineIndent(code, at));
                code = string.Concat(code.AsSpan(0, at), indented, code.AsSpan(at + inner.Signature.Length));
                from = at + indented.Length;
            }
            else
            {
                string margin = unit.Kind == UnitKind.Module ? "" : new string(' ', UsualStep);
                behind.Append('\n').Append(margin).Append(Indent(text, margin));
            }
        }

        return Documentation(unit, form, language) + code + behind;
    }

    /// <summary>Whether the text of a unit already holds a unit in it: a short function keeps the functions nested in it.</summary>
    public static bool Contains(CodeUnit unit, ContextForm form, CodeUnit inner) =>
        form == ContextForm.Whole && inner.Code.Length > 0 && !UnitBodies.IsContainer(unit.Kind) && unit.Code.Span.Contains(inner.Code.Span, StringComparison.Ordinal);

    /// <summary>
    /// The text without the indentation that its first line has in the file. A body begins behind that indentation, so the other lines tell
    /// it: a closing line stands where the first one does, and without one the least indented line stands a step deeper.
    /// </summary>
    public static string Dedent(string body)
    {
        // A line of white space alone is where documentation was taken out.
        string[] lines = [.. body.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line)).Select(line => line.TrimEnd())];
        string? least = null;
        foreach (string line in lines.Skip(1).Where(line => line.Length > 0))
        {
            string indent = LineIndent(line, line.Length);
            least = least is null || indent.Length < least.Length ? indent : least;
        }

        if (string.IsNullOrEmpty(least))
        {
            return string.Join('\n', lines);
        }

        string last = lines[^1].TrimStart();
        bool closes = last is ['}' or ')' or ']', ..] || last.StartsWith("end", StringComparison.Ordinal);
        int step = closes ? 0 : least[0] == '\t' ? 1 : least.Length % UsualStep == 0 ? UsualStep : least.Length % 2 == 0 ? 2 : least.Length;
        string margin = least[..^step];
        return string.Join('\n', lines.Select((line, at) => at > 0 && line.StartsWith(margin, StringComparison.Ordinal) ? line[margin.Length..] : line));
    }

    private static string Heading(CodeUnit unit, LanguageFacts language) =>
        unit.Signature.Length > 0 ? unit.Signature : ContextText.Comment(unit.Name, language).TrimEnd();

    private static string Documentation(CodeUnit unit, ContextForm form, LanguageFacts language)
    {
        string shown = form == ContextForm.Signature ? LeadingSentence.Of(unit.Documentation) : unit.Documentation;
        return shown.Length == 0 ? "" : ContextText.Comment(shown, language);
    }

    private static string LineIndent(string text, int at)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int end = start;
        while (end < at && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[start..end];
    }

    private static string Indent(string text, string margin) => margin.Length == 0
        ? text
        : string.Join('\n', text.Split('\n').Select((line, at) => at == 0 || line.Length == 0 ? line : margin + line));
}
