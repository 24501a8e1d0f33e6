namespace StructIndex;

/// <summary>Makes the units of one file.</summary>
internal static class FileUnits
{
    private static readonly List<CodeDeclaration> s_none = [];

    /// <summary>The file's units, by first line; what holds others comes before them.</summary>
    public static List<UnitDraft> Of(ParsedFile parsed, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CodeDeclaration> declarations = parsed.Declarations;
        int[] parents = Parents(declarations);
        List<CodeDeclaration>[] nested = Nested(declarations, parents);
        ILookup<string, CodeDeclaration> outside = Outside(declarations, parents);
        LineRange[] lines = Lines(parsed.Source, declarations, parents);
        UnitRole ofFile = UnitRoles.Of(parsed.Source);
        UnitRole[] roles = UnitRoles.Of(declarations, parents, ofFile, parsed.Rules);
        int[] depths = new int[declarations.Count];
        List<UnitDraft> drafts = new(declarations.Count + 1);
        for (int i = 0; i < declarations.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CodeDeclaration declaration = declarations[i];
            depths[i] = parents[i] < 0 ? 0 : depths[parents[i]] + 1;
            (ReadOnlyMemory<char> body, List<int> breaks) = UnitBodies.Of(parsed, declaration, depths[i], nested[i], OutsideOf(declaration, outside));
            drafts.Add(new UnitDraft(parsed.Source, declaration, declaration.Name, lines[i], body, BodyPieces.Cut(body.Span, breaks))
            {
                Documentation = declaration.Documentation,
                Role = roles[i],
            });
        }

        drafts.Sort(ByLine(drafts));
        ModuleUnits.Add(parsed, drafts, ofFile);
        drafts.Sort(ByLine(drafts));
        return drafts;
    }

    /// <summary>By first line, longer first; ties keep the order they had, so that a parent stays before what it holds.</summary>
    private static Comparison<UnitDraft> ByLine(List<UnitDraft> drafts)
    {
        Dictionary<UnitDraft, int> order = new(drafts.Count, ReferenceEqualityComparer.Instance);
        for (int i = 0; i < drafts.Count; i++)
        {
            order[drafts[i]] = drafts[i].Declaration is null ? -1 : i;
        }

        return (a, b) => (a.Lines.Start, -a.Lines.End, order[a]).CompareTo((b.Lines.Start, -b.Lines.End, order[b]));
    }

    private static int[] Parents(IReadOnlyList<CodeDeclaration> declarations)
    {
        Dictionary<CodeDeclaration, int> indexes = new(declarations.Count, ReferenceEqualityComparer.Instance);
        int[] parents = new int[declarations.Count];
        for (int i = 0; i < parents.Length; i++)
        {
            indexes[declarations[i]] = i;
            parents[i] = declarations[i].Parent is { } parent ? indexes.GetValueOrDefault(parent, -1) : -1;
        }

        return parents;
    }

    private static List<CodeDeclaration>[] Nested(IReadOnlyList<CodeDeclaration> declarations, int[] parents)
    {
        List<CodeDeclaration>[] nested = new List<CodeDeclaration>[parents.Length];
        Array.Fill(nested, s_none);
        for (int i = 0; i < parents.Length; i++)
        {
            if (parents[i] >= 0 && declarations[parents[i]].Span.Contains(declarations[i].Span))
            {
                nested[parents[i]] = nested[parents[i]] == s_none ? [] : nested[parents[i]];
                nested[parents[i]].Add(declarations[i]);
            }
        }

        return nested;
    }

    /// <summary>Members written outside the type they belong to, by the name of that type.</summary>
    private static ILookup<string, CodeDeclaration> Outside(IReadOnlyList<CodeDeclaration> declarations, int[] parents) =>
        Enumerable.Range(0, parents.Length)
            .Where(i => declarations[i].Container.Length > 0
                && (parents[i] < 0 || !declarations[parents[i]].Span.Contains(declarations[i].Span) || declarations[parents[i]].Kind == UnitKind.Namespace))
            .ToLookup(i => declarations[i].Container, i => declarations[i]);

    private static IReadOnlyList<CodeDeclaration> OutsideOf(CodeDeclaration type, ILookup<string, CodeDeclaration> outside)
    {
        if (!type.Kind.IsType() || outside.Count == 0)
        {
            return [];
        }

        string name = type.Container.Length == 0 ? type.Name : $"{type.Container}.{type.Name}";
        return [.. outside[name].Where(member => !type.Span.Contains(member.Span))];
    }

    /// <summary>The lines of each declaration, grown to hold what it holds.</summary>
    private static LineRange[] Lines(SourceFile file, IReadOnlyList<CodeDeclaration> declarations, int[] parents)
    {
        LineRange[] lines = new LineRange[parents.Length];
        for (int i = 0; i < parents.Length; i++)
        {
            SourceSpan span = declarations[i].Span;
            int end = span.Start + file.Text.AsSpan(span.Start, span.Length).TrimEnd().Length;
            lines[i] = new LineRange(file.LineAt(span.Start), file.LineAt(Math.Max(span.Start, end - 1)));
        }

        for (int i = parents.Length - 1; i >= 0; i--)
        {
            int parent = parents[i];
            if (parent >= 0 && declarations[parent].Span.Contains(declarations[i].Span))
            {
                lines[parent] = new LineRange(Math.Min(lines[parent].Start, lines[i].Start), Math.Max(lines[parent].End, lines[i].End));
            }
        }

        return lines;
    }
}
