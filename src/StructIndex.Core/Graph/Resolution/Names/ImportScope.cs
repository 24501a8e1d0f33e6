namespace StructIndex;

/// <summary>What the imports of a file call things.</summary>
internal sealed class ImportScope
{
    private readonly Dictionary<string, List<ImportedName>> _byName = new(StringComparer.Ordinal);

    /// <summary>Reads the imports of a file.</summary>
    public ImportScope(ParsedFile file)
    {
        foreach (ImportedName import in file.Imports)
        {
            if (import.Name == "*")
            {
                Everything.Add(import.Module);
                continue;
            }

            if (import.Name is { } type && type.EndsWith(')') && type.IndexOf('(', StringComparison.Ordinal) is >= 0 and int open)
            {
                Opened.Add((import.Module, type[..open].TrimEnd()));
                continue;
            }

            string local = import.Alias ?? import.Name ?? file.Rules.LocalName(import.Module.Trim('"', '\'', '`', '<', '>'));
            (_byName.TryGetValue(local, out List<ImportedName>? same) ? same : _byName[local] = []).Add(import);
            if (import.Name is null)
            {
                Whole.Add(import.Module);
            }
        }
    }

    /// <summary>Modules of which everything is brought in.</summary>
    public List<string> Everything { get; } = [];

    /// <summary>Modules brought in as a whole.</summary>
    public List<string> Whole { get; } = [];

    /// <summary>Types of which all members are brought in with them: <c>T (..)</c>.</summary>
    public List<(string Module, string Type)> Opened { get; } = [];

    /// <summary>The imports that a name may mean.</summary>
    public IReadOnlyList<ImportedName> Named(string name) => _byName.TryGetValue(name, out List<ImportedName>? same) ? same : [];
}
