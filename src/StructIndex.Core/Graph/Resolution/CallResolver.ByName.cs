namespace StructIndex;

/// <content>Calls on objects of unknown type, of which the name alone is known.</content>
internal sealed partial class CallResolver
{
    /// <summary>Bases that are climbed to the first declaration of a member.</summary>
    private const int MaxBases = 16;

    /// <summary>The only member by a name that can be meant; none where types that have nothing in common have one.</summary>
    private void ByName(CodeReference reference, int name)
    {
        // A method that calls its own name on something else hands the work on: that is another's method.
        int self = reference.From is { } from ? _names.Set.IndexOf(from) : -1;
        SymbolFinder.Add(
            _names.ByFamily.Of(name, _names.Families[_scope.File]),
            (Resolver: this, Self: self, IsTest: self >= 0 && _symbols.Unit(self).Role == UnitRole.Test, Reference: reference),
            static (at, unit) => unit != at.Self && at.Resolver.IsMethod(unit) && !at.Resolver.IsElsewhere(unit, at.IsTest) && Overloads.Takes(at.Resolver._scope, at.Reference, at.Resolver._symbols.Unit(unit)),
            _found);
        if (_found.Count < 2)
        {
            return;
        }

        int[] types = [.. _found.Select(unit => FirstWith(unit, name)).Distinct()];
        _found.Clear();
        if (types is [>= 0 and var type])
        {
            _found.AddRange(_symbols.Members.Own(type, name));
        }
    }

    // A property can hold a function, but a name alone does not tell that this one does.
    private bool IsMethod(int unit) =>
        _symbols.Unit(unit).Kind is var kind && kind.IsCallable() && kind != UnitKind.Property
        && (_symbols.Members.Structure.ContainingTypes[unit] >= 0 || kind == UnitKind.Method);

    /// <summary>
    /// Whether a name alone cannot mean a unit here: it is in a function of another file, in tests where this is none, or in a file that
    /// neither imports this one nor is imported, directly or through others.
    /// </summary>
    private bool IsElsewhere(int unit, bool isTest)
    {
        int file = _names.Set.FileOf(unit);
        return file != _scope.File
            && (_symbols.IsHidden(unit) || (!isTest && _symbols.Unit(unit).Role == UnitRole.Test) || !(ImportedFiles.Reach(_symbols, _scope.File, file) || ImportedFiles.Reach(_symbols, file, _scope.File)));
    }

    /// <summary>The type in which a member is declared first: its own, or the base whose member it overrides. -1 for no type.</summary>
    private int FirstWith(int member, int name)
    {
        int type = _symbols.Members.Structure.ContainingTypes[member];
        List<int> inherited = [];
        for (int level = 0; type >= 0 && level < MaxBases; level++)
        {
            inherited.Clear();
            _symbols.Members.Find(type, name, skipOwn: true, inherited);
            if (inherited.Count == 0)
            {
                break;
            }

            type = _symbols.Members.Structure.ContainingTypes[inherited[0]];
        }

        return type;
    }
}
