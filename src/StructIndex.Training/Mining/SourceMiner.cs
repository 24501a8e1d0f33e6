namespace StructIndex;

/// <summary>Mines the source files of one folder.</summary>
internal sealed class SourceMiner(IReadOnlyList<ICodeParser> parsers, MiningOptions options)
{
    // Files are parsed some at a time, so that a package that is full costs no more.
    private const int FilesAtATime = 64;
    private const int MaxFileBytes = 1 << 20;

    private readonly IReadOnlySet<string> _excluded = ProjectNames.Set(options.ExcludedProjects);

    /// <summary>Adds the pairs of a folder to a package.</summary>
    public async Task MineAsync(string folder, PackagePairs into, CancellationToken cancellationToken)
    {
        DirectorySource source = new(folder, new SourceOptions { UseGitIgnore = false, MaxFileBytes = MaxFileBytes });
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => into.Failures++, cancellationToken).ConfigureAwait(false))
        {
            if (!file.IsGenerated && !PairRules.IsVendored(file.Path) && !IsExcluded(file.Path) && parsers.Any(p => p.CanParse(file)))
            {
                files.Add(file);
            }
        }

        files = [.. files.OrderBy(f => BodyFingerprint.Of(f.Path)).ThenBy(f => f.Path, StringComparer.Ordinal)];
        long read = 0;
        foreach (SourceFile[] chunk in files.Chunk(FilesAtATime))
        {
            read += chunk.Sum(f => (long)f.Text.Length);
            if (into.Count >= options.MaxPairsPerPackage || read > options.MaxCharactersPerPackage)
            {
                break;
            }

            MineFiles(chunk, into, cancellationToken);
        }
    }

    /// <summary>Fingerprints of all code of a folder, for the leak check.</summary>
    public async Task<HashSet<ulong>> FingerprintsAsync(string folder, CancellationToken cancellationToken)
    {
        HashSet<ulong> found = [];
        List<SourceFile> files = [];
        await foreach (SourceFile file in new DirectorySource(folder).ReadAsync(_ => { }, cancellationToken).ConfigureAwait(false))
        {
            files.Add(file);
        }

        foreach (SourceFile[] chunk in files.Chunk(FilesAtATime))
        {
            found.UnionWith(UnitAssembler.Assemble(Parse(chunk, cancellationToken), cancellationToken).Units.Select(u => BodyFingerprint.Of(u.Body)));
        }

        return found;
    }

    private static void MineUnit(CodeUnit unit, PackagePairs into)
    {
        if (unit.Documentation.Length == 0)
        {
            return;
        }

        string prose = ProseText.Of(unit.Documentation);
        PairRule rule = PairRules.OfUnit(unit.Kind, unit.Role) is var first && first != PairRule.None ? first : PairRules.OfTexts(prose, unit.Name, unit.Body);
        if (rule != PairRule.None)
        {
            into.Drop(rule);
            return;
        }

        PairKind kind = unit.Kind.IsType() || unit.Kind == UnitKind.Namespace ? PairKind.Type : PairKind.Function;
        into.Add(new DocumentedCode(kind, unit.Language, prose, UnitFields.Of(unit) with { Documentation = "" }, BodyFingerprint.Of(unit.Body)));
    }

    // A file's code is the list of what it declares: all of it would be a body without a subject.
    private static void MineFile(ParsedFile file, List<CodeUnit> declared, PackagePairs into)
    {
        if (file.Documentation.Length == 0 || declared.Count == 0)
        {
            return;
        }

        string prose = ProseText.WithoutLicence(file.Documentation);
        string name = Path.GetFileNameWithoutExtension(file.Source.Path);
        string body = string.Join('\n', declared.Select(u => u.Signature.Length > 0 ? u.Signature : u.Name));
        PairRule rule = declared[0].Role != UnitRole.Implementation ? PairRule.Role : PairRules.OfTexts(prose, name, body);
        if (rule != PairRule.None)
        {
            into.Drop(rule);
            return;
        }

        into.Add(new DocumentedCode(
            PairKind.File, file.Source.Language, prose, new UnitFields(name, "", file.Source.Path, "", "", body), BodyFingerprint.Of(body)));
    }

    private bool IsExcluded(string path) => _excluded.Count > 0 && path.Split('/').SkipLast(1).Any(folder => _excluded.Contains(folder.ToLowerInvariant()));

    private List<ParsedFile> Parse(IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        List<ParsedFile> parsed = [];
        foreach (IGrouping<ICodeParser?, SourceFile> group in files.GroupBy(f => parsers.FirstOrDefault(p => p.CanParse(f))))
        {
            if (group.Key is not null)
            {
                parsed.AddRange(group.Key.Parse([.. group.OrderBy(f => f.Path, StringComparer.Ordinal)], null, null, cancellationToken).Files);
            }
        }

        return parsed;
    }

    private void MineFiles(IReadOnlyList<SourceFile> files, PackagePairs into, CancellationToken cancellationToken)
    {
        UnitSet units = UnitAssembler.Assemble(Parse(files, cancellationToken), cancellationToken);
        for (int file = 0; file < units.Files.Count; file++)
        {
            into.Files.Add([]);
            into.Failures += units.Files[file].Failures.Count > 0 ? 1 : 0;
            (int start, int end) = units.UnitsOf(file);
            List<CodeUnit> declared = [];
            for (int unit = start; unit < end; unit++)
            {
                if (units.DeclarationOf(unit) is not null)
                {
                    declared.Add(units.Units[unit]);
                    MineUnit(units.Units[unit], into);
                }
            }

            MineFile(units.Files[file], declared, into);
        }
    }
}
