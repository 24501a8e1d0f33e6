namespace StructIndex;

/// <summary>All units of a code base, with the way back to what the parsers found. Ordered by path, then by first line.</summary>
internal sealed class UnitSet
{
    private readonly CodeDeclaration?[] _declarations;
    private readonly int[] _firstUnits;
    private readonly int[] _files;
    private readonly Dictionary<CodeDeclaration, int> _indexes;

    /// <summary>Wraps what <see cref="UnitAssembler"/> made.</summary>
    /// <param name="files">The files, by path.</param>
    /// <param name="units">The units, by path and line.</param>
    /// <param name="declarations">The declaration of each unit; null for code outside declarations.</param>
    /// <param name="firstUnits">For each file its first unit, and one more: the number of units.</param>
    public UnitSet(IReadOnlyList<ParsedFile> files, IReadOnlyList<CodeUnit> units, CodeDeclaration?[] declarations, int[] firstUnits)
    {
        Files = files;
        Units = units;
        _declarations = declarations;
        _firstUnits = firstUnits;
        _files = new int[units.Count];
        _indexes = new Dictionary<CodeDeclaration, int>(units.Count, ReferenceEqualityComparer.Instance);
        for (int file = 0; file < files.Count; file++)
        {
            for (int unit = firstUnits[file]; unit < firstUnits[file + 1]; unit++)
            {
                _files[unit] = file;
                if (declarations[unit] is { } declaration)
                {
                    _indexes[declaration] = unit;
                }
            }
        }
    }

    /// <summary>The files, by path.</summary>
    public IReadOnlyList<ParsedFile> Files { get; }

    /// <summary>The units.</summary>
    public IReadOnlyList<CodeUnit> Units { get; }

    /// <summary>The declaration a unit was made of; null for code outside declarations.</summary>
    public CodeDeclaration? DeclarationOf(int unit) => _declarations[unit];

    /// <summary>The unit of a declaration; -1 when it is not from these files.</summary>
    public int IndexOf(CodeDeclaration declaration) => _indexes.GetValueOrDefault(declaration, -1);

    /// <summary>The file of a unit.</summary>
    public int FileOf(int unit) => _files[unit];

    /// <summary>The units of a file: the first one, and the one after the last.</summary>
    public (int Start, int End) UnitsOf(int file) => (_firstUnits[file], _firstUnits[file + 1]);

    /// <summary>The unit of code outside declarations at a line: the tightest module unit around it, else the tightest unit; -1 in a file without units.</summary>
    public int ModuleAt(int file, int line)
    {
        int best = -1;
        for (int unit = _firstUnits[file]; unit < _firstUnits[file + 1]; unit++)
        {
            LineRange lines = Units[unit].Lines;
            if (lines.Start > line)
            {
                break;
            }

            bool tighter = best < 0 || (_declarations[unit] is null, -lines.Count).CompareTo((_declarations[best] is null, -Units[best].Lines.Count)) > 0;
            best = lines.Contains(line) && tighter ? unit : best;
        }

        return best;
    }
}
