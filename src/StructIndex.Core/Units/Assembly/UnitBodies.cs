namespace StructIndex;

/// <summary>
/// The text that stands for a declaration. Documentation is left out (a unit has it apart). What holds others (a type, a namespace, a
/// section) keeps its header and fields, and one line for each member. A function keeps the functions nested in it, because they say what
/// it does, unless it is long: then they count for themselves and leave their signature.
/// </summary>
internal static class UnitBodies
{
    /// <summary>Longest function (UTF-16 units) that keeps the code of the functions in it.</summary>
    private const int MaxLengthWithNested = 2 * BodyPieces.Target;

    /// <summary>Deeper nesting than this leaves signatures, which bounds the text that hostile nesting can repeat.</summary>
    private const int DeepestWithNested = 16;

    /// <summary>The body of a declaration and the places in it where it may be cut.</summary>
    /// <param name="file">The file.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="depth">How many declarations hold it.</param>
    /// <param name="nested">What it holds, by start.</param>
    /// <param name="outside">Members written elsewhere in the file: methods of a Go type, functions of a Rust <c>impl</c>.</param>
    public static (ReadOnlyMemory<char> Body, List<int> Breaks) Of(
        ParsedFile file, CodeDeclaration declaration, int depth, IReadOnlyList<CodeDeclaration> nested, IReadOnlyList<CodeDeclaration> outside)
    {
        UnitText text = new(file.Source.Text);
        bool keepsNested = !IsContainer(declaration.Kind) && declaration.Span.Length <= MaxLengthWithNested && depth <= DeepestWithNested;
        List<(SourceSpan Span, string Instead)> cuts = [.. DocumentationSpans.Of(file, declaration).Select(span => (span, ""))];
        if (!keepsNested)
        {
            cuts.AddRange(nested.Select(held => (held.Span, held.Signature)));
        }

        cuts.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        int at = declaration.Span.Start;
        int end = Math.Min(declaration.Span.End, file.Source.Text.Length);
        foreach ((SourceSpan span, string instead) in cuts)
        {
            if (span.Start >= at && span.End <= end)
            {
                AppendGap(text, file.Source.Text, at, span.Start);
                text.AppendText(instead);
                at = span.End;
            }
        }

        text.Append(at, end);
        foreach (CodeDeclaration member in outside)
        {
            text.AppendText("\n" + member.Signature);
        }

        return text.Finish(declaration.Breaks);
    }

    /// <summary>Whether units of this kind leave their members' code to the members.</summary>
    public static bool IsContainer(UnitKind kind) => kind.IsType() || kind is UnitKind.Namespace or UnitKind.Module;

    /// <summary>Adds what lies between two members; of blank lines, one line break and the indentation.</summary>
    private static void AppendGap(UnitText text, string source, int start, int end)
    {
        ReadOnlySpan<char> gap = source.AsSpan(start, end - start);
        int lastBreak = gap.LastIndexOf('\n');
        text.Append(lastBreak > 0 && gap.IsWhiteSpace() ? start + lastBreak : start, end);
    }
}
