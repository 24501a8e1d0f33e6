using System.Collections.Frozen;

namespace StructIndex;

/// <summary>The resource <c>languages.tsv</c>, read once.</summary>
internal sealed class LanguageTable
{
    private LanguageTable(List<string> names, HashSet<string> code, HashSet<string> prose, Dictionary<string, string> extensions, Dictionary<string, string> fileNames, Dictionary<string, string> interpreters)
    {
        Names = names;
        Code = code.ToFrozenSet(StringComparer.Ordinal);
        Prose = prose.ToFrozenSet(StringComparer.Ordinal);
        ByExtension = extensions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        ByFileName = fileNames.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        ByInterpreter = interpreters.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Names { get; }

    public FrozenSet<string> Code { get; }

    public FrozenSet<string> Prose { get; }

    public FrozenDictionary<string, string> ByExtension { get; }

    public FrozenDictionary<string, string> ByFileName { get; }

    public FrozenDictionary<string, string> ByInterpreter { get; }

    public static LanguageTable Load()
    {
        List<string> names = [];
        HashSet<string> code = new(StringComparer.Ordinal), prose = new(StringComparer.Ordinal);
        Dictionary<string, string> extensions = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> fileNames = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> interpreters = new(StringComparer.Ordinal);
        foreach (string[] row in DataTable.Rows("languages.tsv"))
        {
            names.Add(row[0]);
            (row[1] == "code" ? code : prose).Add(row[0]);
            Fill(extensions, row[2], row[0]);
            Fill(fileNames, row[3], row[0]);
            Fill(interpreters, row[4], row[0]);
        }

        return new LanguageTable(names, code, prose, extensions, fileNames, interpreters);
    }

    private static void Fill(Dictionary<string, string> into, string cell, string language)
    {
        foreach (string key in cell == "-" ? [] : cell.Split(' '))
        {
            into.Add(key, language);
        }
    }
}
