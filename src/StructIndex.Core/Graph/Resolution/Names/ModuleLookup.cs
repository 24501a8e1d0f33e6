using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Finds what imports name, each in its file's language.</summary>
internal sealed class ModuleLookup
{
    private readonly UnitNames _names;
    private readonly Dictionary<LanguageRules, ModuleFinder> _finders = new(ReferenceEqualityComparer.Instance);

    // Every bare name of a file asks for all its imports.
    private readonly ConcurrentDictionary<(int File, string Module), NameScope> _found = new();

    /// <summary>Makes the finders of all languages among the files.</summary>
    public ModuleLookup(UnitNames names)
    {
        _names = names;
        foreach (LanguageRules rules in names.Rules)
        {
            if (!_finders.ContainsKey(rules))
            {
                _finders[rules] = rules.CreateModuleFinder(names.Files);
            }
        }
    }

    /// <summary>What a module is, as a file names it.</summary>
    /// <param name="file">The file that names it.</param>
    /// <param name="module">The module as written; empty for the file itself.</param>
    public NameScope Find(int file, string module) => _found.GetOrAdd(
        (file, module),
        static (named, lookup) => named.Module.Length == 0 ? NameScope.File(named.File) : lookup.FinderOf(named.File).Find(named.File, named.Module.Trim('"', '\'', '`', '<', '>', ' ', ';')),
        this);

    /// <inheritdoc cref="ModuleFinder.Child"/>
    public NameScope Child(int file, NameScope module, string name) => FinderOf(file).Child(module, name);

    /// <inheritdoc cref="ModuleFinder.Keyword"/>
    public NameScope Keyword(int file, string word, bool isNested) => FinderOf(file).Keyword(file, word, isNested);

    private ModuleFinder FinderOf(int file) => _finders[_names.Rules[file]];
}
