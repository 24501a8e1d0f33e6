namespace StructIndex;

/// <summary>All units of a code base, with the way back to what the parsers found. Ordered by path, then by first line.</summary>
internal sealed class UnitSet
{
    private readonly FileUnitList[] _perFile;
    private readonly CodeDeclaration?[] _declarations;
    private readonly int[] _firstUnits;
    private readonly int[] _files;
    private readonly Dictionary<CodeDeclaration, int> _indexes;
    private readonly Dictionary<ParsedFile, int> _fileIndexes;

    /// <summary>Wraps what <see cref="UnitAssembler"/> made.</summary>
    /// <param name="files">The files, by path.</param>
    /// <param name="perFile">The units of each file.</param>
    public UnitSet(IReadOnlyList<ParsedFile> files, FileUnitList[] perFile)
    {
        Files = files;
        _perFile = perFile;
        int count = perFile.Sum(ofFile => ofFile.Units.Length);
        CodeUnit[] units = new CodeUnit[count];
        Units = units;
        _declarations = new CodeDeclaration?[count];
        _firstUnits = new int[files.Count + 1];
        _files = new int[count];
        _indexes = new Dictionary<CodeDeclaration, int>(count, ReferenceEqualityComparer.Instance);
        _fileIndexes = new Dictionary<ParsedFile, int>(files.Count, ReferenceEqualityComparer.Instance);
        for (int file = 0, next = 0; file < files.Count; file++)
        {
            _fileIndexes[files[file]] = file;
            perFile[file].Units.CopyTo(units, next);
            perFile[file].Declarations.CopyTo(_declarations, next);
            Array.Fill(_files, file, next, perFile[file].Units.Length);
            _firstUnits[file + 1] = next += perFile[file].Units.Length;
        }

        for (int unit = 0; unit < count; unit++)
        {
            if (_declarations[unit] is { } declaration)
            {
                _indexes[declaration] = unit;
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

    /// <summary>The number of a file; -1 when it is none of these.</summary>
    public int IndexOf(ParsedFile file) => _fileIndexes.GetValueOrDefault(file, -1);

    /// <summary>The number of a file of another state of the code base whose units say the same here; -1 where there is none.</summary>
    public int IndexOfSame(UnitSet other, int file)
    {
        int index = IndexOf(other.Files[file]);
        return index >= 0 && _perFile[index].Units.AsSpan().SequenceEqual(other._perFile[file].Units, SameDocumentation.Instance) ? index : -1;
    }

    /// <summary>The units of a file; null when it is none of these.</summary>
    public FileUnitList? UnitsOf(ParsedFile file) => IndexOf(file) is >= 0 and var index ? _perFile[index] : null;

    /// <summary>The units of a file: the first one, and the one after the last.</summary>
    public (int Start, int End) UnitsOf(int file) => (_firstUnits[file], _firstUnits[file + 1]);

    /// <summary>
    /// The unit of code outside declarations at a line: the tightest module unit around it, else the tightest unit; -1 in a file without
    /// units.
    /// </summary>
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

    /// <summary>Units of one parsed file differ in what other files give them: their ids, which nothing is made of, and their documentation.</summary>
    private sealed class SameDocumentation : IEqualityComparer<CodeUnit>
    {
        public static readonly SameDocumentation Instance = new();

        public bool Equals(CodeUnit? x, CodeUnit? y) => x?.Documentation == y?.Documentation;

        public int GetHashCode(CodeUnit obj) => obj.Documentation.GetHashCode(StringComparison.Ordinal);
    }
}
