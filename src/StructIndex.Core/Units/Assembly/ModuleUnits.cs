namespace StructIndex;

/// <summary>
/// Makes units of what is outside declarations, so that every line of a file belongs to a unit. Each run of three lines of code or more
/// is a unit; the first of a file also takes what is left (imports, single constants, blank lines), so that its range may span the file as
/// a type's spans its members. Where only blank lines are left, the declaration before them takes them. A file without declarations
/// is one unit, or sections of it when it is long.
/// </summary>
internal static class ModuleUnits
{
    private const int MinCodeLines = 3;
    private const int MinSectionLength = BodyPieces.Target / 3;

    /// <summary>Adds the units of a file's uncovered lines to its drafts.</summary>
    /// <param name="parsed">The file.</param>
    /// <param name="drafts">The drafts of its declarations, by first line; may be extended over blank lines.</param>
    /// <param name="role">What the file is for.</param>
    public static void Add(ParsedFile parsed, List<UnitDraft> drafts, UnitRole role)
    {
        if (drafts.Count == 0)
        {
            AddSections(parsed, drafts, role);
            return;
        }

        List<ModuleRun> runs = ModuleRuns.Of(parsed.Source, drafts.Select(draft => draft.Lines));
        List<ModuleRun> own = runs.FindAll(run => run.CodeLines >= MinCodeLines);
        List<ModuleRun> rest = runs.FindAll(run => run.CodeLines < MinCodeLines);
        if (own.Count == 0 && rest.TrueForAll(run => run.IsBlank))
        {
            foreach (ModuleRun run in rest)
            {
                Extend(drafts, run.Lines);
            }

            return;
        }

        List<ModuleRun> first = own.Count == 0 ? rest : [.. rest.Append(own[0]).OrderBy(run => run.Lines.Start)];
        drafts.Add(Make(parsed, first, role, isFirst: true));
        drafts.AddRange(own.Skip(1).Select(run => Make(parsed, [run], role, isFirst: false)));
    }

    private static void AddSections(ParsedFile parsed, List<UnitDraft> drafts, UnitRole role)
    {
        SourceFile file = parsed.Source;
        List<int> starts = [1];
        if (file.Text.Length > BodyPieces.Target)
        {
            foreach (int line in parsed.Breaks.Select(file.LineAt))
            {
                if (line > starts[^1] && file.OffsetOfLine(line) - file.OffsetOfLine(starts[^1]) >= MinSectionLength)
                {
                    starts.Add(line);
                }
            }
        }

        for (int i = 0; i < starts.Count; i++)
        {
            LineRange lines = new(starts[i], i + 1 < starts.Count ? starts[i + 1] - 1 : file.LineCount);
            UnitDraft draft = Make(parsed, [new ModuleRun(lines, 0, IsBlank: false)], role, isFirst: i == 0);
            string? heading = starts.Count > 1 ? ModuleNames.At(parsed, file.OffsetOfLine(lines.Start)) : null;
            drafts.Add(heading is null ? draft : draft with { Name = heading });
        }
    }

    private static UnitDraft Make(ParsedFile parsed, List<ModuleRun> runs, UnitRole role, bool isFirst)
    {
        SourceFile file = parsed.Source;
        UnitText text = new(file.Text);
        foreach (ModuleRun run in runs)
        {
            if (!run.IsBlank)
            {
                int start = file.OffsetOfLine(run.Lines.Start), end = file.OffsetOfLine(run.Lines.End + 1);
                text.Append(run.Lines.Start == 1 ? FileComments.End(parsed, start, end, parsed.Documentation.Length > 0) : start, end);
                text.AppendText(end > start && file.Text[end - 1] == '\n' ? "" : "\n");
            }
        }

        (ReadOnlyMemory<char> body, List<int> breaks) = text.Finish(parsed.Breaks);
        LineRange lines = new(runs[0].Lines.Start, runs[^1].Lines.End);
        return new UnitDraft(file, null, FileNames.NameOf(file.Path), lines, body, BodyPieces.Cut(body.Span, breaks))
        {
            Documentation = isFirst ? parsed.Documentation : "",
            Role = role,
        };
    }

    /// <summary>Gives blank lines to the declaration that ends last before them, or to the first one after them.</summary>
    private static void Extend(List<UnitDraft> drafts, LineRange blank)
    {
        int before = drafts.FindLastIndex(draft => draft.Declaration!.Parent is null && draft.Lines.End == blank.Start - 1);
        int taker = before >= 0 ? before : drafts.FindIndex(draft => draft.Lines.Start == blank.End + 1);
        LineRange lines = drafts[taker].Lines;
        drafts[taker] = drafts[taker] with { Lines = new LineRange(Math.Min(lines.Start, blank.Start), Math.Max(lines.End, blank.End)) };
    }
}
