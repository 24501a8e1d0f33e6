namespace StructIndex;

/// <summary>Functions of C and its relatives that a header declares and another file defines.</summary>
internal static class Prototypes
{
    /// <summary>Adds the definitions of functions of which only prototypes were found.</summary>
    /// <returns>The first prototype; -1 where a definition was found before, or none is among the units.</returns>
    public static int Define(SymbolFinder symbols, FileScope scope, List<int> found)
    {
        if (found.Count == 0 || !scope.Rules.Has(ScopeTraits.Includes) || !found.TrueForAll(unit => IsPrototype(symbols, unit)))
        {
            return -1;
        }

        int prototype = found[0];
        UnitNames names = symbols.Names;
        SymbolFinder.Add(
            names.ByFamily.Of(names.Number(symbols.Unit(prototype).Name), names.Families[scope.File]),
            (Symbols: symbols, Scope: scope, symbols.Unit(prototype).Container),
            static (at, unit) => at.Symbols.Unit(unit) is var defined && defined.Kind.IsCallable() && defined.Container == at.Container
                && HasBody(at.Symbols, unit) && !IsOfAnotherFile(at.Symbols, at.Scope, unit),
            found);
        return found.Exists(unit => HasBody(symbols, unit)) ? prototype : -1;
    }

    /// <summary>Whether a function belongs to a file that is compiled alone, and that is not the one asking.</summary>
    public static bool IsOfAnotherFile(SymbolFinder symbols, FileScope scope, int unit) =>
        symbols.Names.Set.FileOf(unit) != scope.File && symbols.Unit(unit).IsPublic == false && IsTop(symbols, unit) && !IsHeader(symbols.Unit(unit).Path);

    private static bool IsPrototype(SymbolFinder symbols, int unit) => symbols.Unit(unit).Kind.IsCallable() && !HasBody(symbols, unit);

    private static bool HasBody(SymbolFinder symbols, int unit) => symbols.Names.Set.DeclarationOf(unit)!.Body.Length > 0;

    private static bool IsTop(SymbolFinder symbols, int unit) => symbols.Members.Structure.ContainingTypes[unit] < 0;

    private static bool IsHeader(string path) => Path.GetExtension(path) is [_, 'h' or 'H' or 'i', ..];
}
