namespace StructIndex;

/// <summary>Declared units by name, each way a language may look for one. Built once, then only read.</summary>
internal sealed class UnitNames
{
    private readonly NameTable _numbers = new();
    private readonly int[] _directories;

    /// <summary>Indexes the units.</summary>
    public UnitNames(UnitSet set)
    {
        Set = set;
        int count = set.Units.Count;
        int[] names = new int[count], containers = new int[count];
        _directories = new int[set.Files.Count];
        Files = new CodeFiles(set.Files);
        Rules = new LanguageRules[set.Files.Count];
        Families = new int[set.Files.Count];
        for (int file = 0; file < set.Files.Count; file++)
        {
            Rules[file] = set.Files[file].Rules;
            Families[file] = _numbers.Add("family " + Rules[file].Family);
            _directories[file] = _numbers.Add(Files.FolderOf(file));
        }

        for (int unit = 0; unit < count; unit++)
        {
            bool declared = set.DeclarationOf(unit) is { } declaration && set.Units[unit].Kind != UnitKind.Module && !IsQuoted(declaration, set.Files[set.FileOf(unit)].Source.Text);
            names[unit] = declared ? _numbers.Add(set.Units[unit].Name) : -1;
            containers[unit] = declared ? _numbers.Add(set.Units[unit].Container) : -1;
        }

        ByFamily = new Postings(count, unit => Postings.Key(names[unit], Families[set.FileOf(unit)]));
        ByFile = new Postings(count, unit => Postings.Key(names[unit], set.FileOf(unit)));
        ByDirectory = new Postings(count, unit => Postings.Key(names[unit], _directories[set.FileOf(unit)]));
        ByContainer = new Postings(count, unit => Postings.Key(names[unit], containers[unit]));
    }

    /// <summary>The units.</summary>
    public UnitSet Set { get; }

    /// <summary>The files of the units.</summary>
    public CodeFiles Files { get; }

    /// <summary>For each file the rules of its language.</summary>
    public LanguageRules[] Rules { get; }

    /// <summary>For each file the number of its family of languages.</summary>
    public int[] Families { get; }

    /// <summary>Units by name and family.</summary>
    public Postings ByFamily { get; }

    /// <summary>Units by name and file.</summary>
    public Postings ByFile { get; }

    /// <summary>Units by name and folder.</summary>
    public Postings ByDirectory { get; }

    /// <summary>Units by name and container.</summary>
    public Postings ByContainer { get; }

    /// <summary>The number of a simple name, container or folder; -1 when there is none of that name.</summary>
    public int Number(ReadOnlySpan<char> name) => _numbers.Find(name);

    /// <summary>The number of two names with a dot between; -1 when there is none.</summary>
    public int NumberDotted(string head, string tail) => _numbers.FindDotted(head, tail);

    /// <summary>The folder of a file, as a number.</summary>
    public int DirectoryOf(int file) => _directories[file];

    /// <summary>Whether a test is named by a text, so that no code can name it: <c>test("sum", () => ...)</c>.</summary>
    private static bool IsQuoted(CodeDeclaration declaration, string text) =>
        declaration.IsTest && declaration.NameSpan.Start is > 0 and var at && at < text.Length && (text[at] is '"' or '\'' or '`' || text[at - 1] is '"' or '\'' or '`');

    /// <summary>Whether two units' files speak languages that call one another.</summary>
    public bool SameFamily(int file, int unit) => Families[file] == Families[Set.FileOf(unit)];
}
