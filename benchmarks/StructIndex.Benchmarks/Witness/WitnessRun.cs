namespace StructIndex.Benchmarks;

/// <summary>Compares the units of folders with the symbols that universal-ctags lists in the same files.</summary>
internal sealed class WitnessRun
{
    private readonly TreeSitterParser _treeSitter = new();
    private readonly CSharpParser _csharp = new();
    private readonly TextParser _text = new();

    public SortedDictionary<string, LanguageCount> Languages { get; } = new(StringComparer.Ordinal);

    public List<Miss> Misses { get; } = [];

    /// <summary>Symbols without a name of their own, which ctags lists under made-up ones.</summary>
    public int Anonymous { get; private set; }

    public int Files { get; private set; }

    public async Task AddAsync(string folder)
    {
        DirectorySource source = new(folder);
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        List<SourceFile> csharp = files.FindAll(_csharp.CanParse);
        List<SourceFile> others = files.FindAll(file => !_csharp.CanParse(file) && _treeSitter.CanParse(file));
        List<SourceFile> byLines = files.FindAll(file => !_csharp.CanParse(file) && !_treeSitter.CanParse(file) && LanguageCatalog.IsCode(file.Language));
        List<ParsedFile> parsed = [.. _treeSitter.Parse(others, source.RootDirectory, null).Files, .. _text.Parse(byLines, source.RootDirectory, null).Files];
        if (csharp.Count > 0)
        {
            parsed.AddRange(_csharp.Parse(csharp, source.RootDirectory, null).Files);
        }

        ILookup<string, CodeUnit> units = UnitAssembler.Assemble(parsed).Units.ToLookup(unit => unit.Path, StringComparer.Ordinal);
        Dictionary<string, SourceFile> byPath = parsed.ToDictionary(file => file.Source.Path, file => file.Source, StringComparer.Ordinal);
        Files += byPath.Count;
        foreach (SourceFile file in byPath.Values)
        {
            LanguageCount count = CountOf(file.Language);
            count.Files++;
            count.Lines += file.LineCount;
            count.LooseLines += LooseLines(file, units[file.Path]);
        }

        var (tags, anonymous) = await Ctags.RunAsync(source.RootDirectory, byPath.Keys.Order(StringComparer.Ordinal));
        Anonymous += anonymous;
        string name = Path.GetFileName(source.RootDirectory);
        foreach (CtagsTag tag in tags)
        {
            Compare(tag, byPath[tag.Path], [.. units[tag.Path]], name);
        }
    }

    /// <summary>Lines in no unit's span, but those of a file without text.</summary>
    private static int LooseLines(SourceFile file, IEnumerable<CodeUnit> units)
    {
        bool[] covered = new bool[file.LineCount];
        foreach (CodeUnit unit in units)
        {
            covered.AsSpan(unit.Lines.Start - 1, unit.Lines.End - unit.Lines.Start + 1).Fill(true);
        }

        return string.IsNullOrWhiteSpace(file.Text) ? 0 : covered.Count(line => !line);
    }

    private void Compare(in CtagsTag tag, SourceFile file, CodeUnit[] units, string folder)
    {
        LanguageCount count = CountOf(file.Language);
        count.Listed++;
        if (IsUnit(tag, units))
        {
            count.Found++;
            return;
        }

        int start = file.OffsetOfLine(Math.Min(tag.Line, file.LineCount));
        int end = file.Text.IndexOf('\n', start);
        string line = file.Text[start..(end < 0 ? file.Text.Length : end)].Trim();
        string? misread = Misreading.Of(tag, file, line);
        count.Misread += misread is null ? 0 : 1;
        Misses.Add(new Miss(file.Language, $"{folder}/{tag.Path}", tag, line, misread));
    }

    private static bool IsUnit(in CtagsTag tag, CodeUnit[] units)
    {
        foreach (CodeUnit unit in units)
        {
            if (unit.Lines.Contains(tag.Line) && (SameName(unit.Name, tag.Name) || SameName(unit.Name, tag.SimpleName)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Equal but for the white space that ctags puts into the names of C++ operators, and the sign of one that it leaves out in Objective-C.</summary>
    private static bool SameName(string unit, string tag)
        => unit == tag || (tag == "operator" && unit.StartsWith(tag, StringComparison.Ordinal)) || (tag.Contains(' ', StringComparison.Ordinal) && unit.Replace(" ", "", StringComparison.Ordinal) == tag.Replace(" ", "", StringComparison.Ordinal));

    private LanguageCount CountOf(string language)
    {
        if (!Languages.TryGetValue(language, out LanguageCount? count))
        {
            Languages[language] = count = new LanguageCount();
        }

        return count;
    }
}
