namespace StructIndex;

/// <summary>Declared units by name, each way a language may look for one. Built once, then only read.</summary>
internal sealed class UnitNames
{
    private readonly int[] _directories;

    /// <summary>Indexes the units.</summary>
    public UnitNames(UnitSet set)
    {
        Set = set;
        int count = set.Units.Count;
        int[] names = new int[count], containers = new int[count];
        _directories = new int[set.Files.Count];
        Scopes = new LanguageScope[set.Files.Count];
        Families = new int[set.Files.Count];
        Packages = new string[set.Files.Count];
        for (int file = 0; file < set.Files.Count; file++)
        {
            SourceFile source = set.Files[file].Source;
            Scopes[file] = LanguageScope.Of(source.Language);
            Families[file] = Names.Add("family " + Scopes[file].Family);
            _directories[file] = Names.Add(DirectoryOf(source.Path));
            Packages[file] = set.Files[file].Declarations.FirstOrDefault(declaration => declaration.Parent is null && declaration.Kind != UnitKind.Method)?.Container ?? "";
        }

        for (int unit = 0; unit < count; unit++)
        {
            bool declared = set.DeclarationOf(unit) is not null && set.Units[unit].Kind != UnitKind.Module;
            names[unit] = declared ? Names.Add(set.Units[unit].Name) : -1;
            containers[unit] = declared ? Names.Add(set.Units[unit].Container) : -1;
        }

        ByFamily = new Postings(count, unit => Postings.Key(names[unit], Families[set.FileOf(unit)]));
        ByFile = new Postings(count, unit => Postings.Key(names[unit], set.FileOf(unit)));
        ByDirectory = new Postings(count, unit => Postings.Key(names[unit], _directories[set.FileOf(unit)]));
        ByContainer = new Postings(count, unit => Postings.Key(names[unit], containers[unit]));
    }

    /// <summary>The units.</summary>
    public UnitSet Set { get; }

    /// <summary>Numbers of simple names, containers, folders and families.</summary>
    public NameTable Names { get; } = new();

    /// <summary>For each file the rules of its language.</summary>
    public LanguageScope[] Scopes { get; }

    /// <summary>For each file the number of its family of languages.</summary>
    public int[] Families { get; }

    /// <summary>For each file its package, where it has one.</summary>
    public string[] Packages { get; }

    /// <summary>Units by name and family.</summary>
    public Postings ByFamily { get; }

    /// <summary>Units by name and file.</summary>
    public Postings ByFile { get; }

    /// <summary>Units by name and folder.</summary>
    public Postings ByDirectory { get; }

    /// <summary>Units by name and container.</summary>
    public Postings ByContainer { get; }

    /// <summary>The folder of a file, as a number.</summary>
    public int DirectoryOf(int file) => _directories[file];

    /// <summary>Whether two units' files speak languages that call one another.</summary>
    public bool SameFamily(int file, int unit) => Families[file] == Families[Set.FileOf(unit)];

    /// <summary>The folder of a path; empty at the top.</summary>
    public static string DirectoryOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }
}
