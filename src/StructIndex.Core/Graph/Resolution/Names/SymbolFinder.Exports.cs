using System.Collections.Concurrent;

namespace StructIndex;

internal sealed partial class SymbolFinder
{
    // A name that many files take from a module is followed through its exports once, not once for each of them and for each way through other modules.
    private readonly ConcurrentDictionary<(string Package, string Name, int Hops), int[]> _exported = new();

    /// <summary>The members of a module's classes and records, and what its list of exports hands on of other modules.</summary>
    private int[] Exported(string package, string name, int hops)
    {
        int number = Names.Number(name);
        List<int> found = [];
        foreach (int file in FilesOfPackage[package])
        {
            if (number >= 0)
            {
                AddTops(Names.ByFile.Of(number, file), file, found);
            }

            if (found.Count > 0 || hops >= MaxHops || ExportsOf(file) is not { } exports)
            {
                continue;
            }

            foreach (ImportedName import in Names.Set.Files[file].Imports)
            {
                bool isOpened = import.Name is { } type && type.EndsWith(')');
                if (found.Count == 0 && (import.Name == "*" || import.Name == name || isOpened))
                {
                    HandedOn(file, import, exports, name, found, hops + 1);
                }
            }
        }

        return [.. found];
    }

    private void HandedOn(int file, ImportedName import, ModuleExports exports, string name, List<int> found, int hops)
    {
        bool isWhole = exports.Modules.Contains(import.Alias ?? import.Module) || exports.Modules.Contains(import.Module);
        if (isWhole || exports.Names.Contains(name) || exports.HasMembers)
        {
            In(file, Modules.Find(file, import.Module), name, found, hops);
            found.RemoveAll(unit => !(isWhole || exports.Names.Contains(name) || (ContainingTypeName(unit) is { } container && exports.Names.Contains(container))));
        }
    }
}
