namespace StructIndex;

/// <summary>
/// Types with their members, bases and fields. Bases are added after it is made, before members are looked up through them.
/// </summary>
internal sealed class TypeMembers
{
    /// <summary>A chain of bases is followed through this many types, which also ends circles.</summary>
    private const int MaxTypes = 64;

    private readonly UnitNames _names;
    private readonly Postings _members;
    private readonly Dictionary<int, List<int>> _bases = [];
    private readonly HashSet<int> _unknownBases = [];
    private readonly Dictionary<(int Type, string Field), (string TypeName, int File)> _fields = [];

    /// <summary>Finds what holds what.</summary>
    public TypeMembers(UnitNames names)
    {
        _names = names;
        UnitSet set = names.Set;
        int count = set.Units.Count;
        int[] wholes = TypeParts.Of(names);
        int[] containers = new int[count];
        Structure = new UnitStructure(containers, wholes);
        for (int unit = 0; unit < count; unit++)
        {
            containers[unit] = set.DeclarationOf(unit) is { } declaration ? PrimaryPartOf(ContainingTypeOf(unit, declaration)) : -1;
        }

        _members = new Postings(count, unit => containers[unit] < 0 ? -1 : Postings.Key(names.Number(set.Units[unit].Name), containers[unit]));
        for (int file = 0; file < set.Files.Count; file++)
        {
            foreach (VariableType variable in set.Files[file].Variables)
            {
                if (variable.Part is null && !FileAliases.IsAlias(variable) && variable.Scope is { } scope && UnitBodies.IsContainer(scope.Kind) && set.IndexOf(scope) is >= 0 and var type)
                {
                    _fields.TryAdd((PrimaryPartOf(type), variable.Name), (variable.TypeName, file));
                }
            }
        }
    }

    /// <summary>What holds what.</summary>
    public UnitStructure Structure { get; }

    /// <summary>The first part of a type written in several places; the unit itself otherwise.</summary>
    public int PrimaryPartOf(int unit) => unit >= 0 && Structure.PrimaryParts[unit] >= 0 ? Structure.PrimaryParts[unit] : unit;

    /// <summary>Notes a base of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="baseType">Its base; -1 when it is none of these units.</param>
    public void AddBase(int type, int baseType)
    {
        type = PrimaryPartOf(type);
        baseType = PrimaryPartOf(baseType);
        if (baseType < 0)
        {
            _unknownBases.Add(type);
        }
        else if (baseType != type)
        {
            List<int> bases = _bases.TryGetValue(type, out List<int>? known) ? known : _bases[type] = [];
            if (!bases.Contains(baseType))
            {
                bases.Add(baseType);
            }
        }
    }

    /// <summary>Whether a type has a base that is none of these units.</summary>
    public bool HasUnknownBase(int type) => _unknownBases.Contains(PrimaryPartOf(type));

    /// <summary>The members of a type itself that have a name.</summary>
    public ReadOnlySpan<int> Own(int type, int name) => _members.Of(name, PrimaryPartOf(type));

    /// <summary>Adds the members by a name of a type, or of its nearest bases that have one.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Number of the name.</param>
    /// <param name="skipOwn">Whether to begin with the bases.</param>
    /// <param name="found">Takes the members.</param>
    /// <returns>Whether the search was complete: false when a base is none of these units, so that the member may be there.</returns>
    public bool Find(int type, int name, bool skipOwn, List<int> found)
    {
        type = PrimaryPartOf(type);
        List<int> queue = [type];
        bool complete = true;
        for (int at = 0; at < queue.Count && queue.Count <= MaxTypes; at++)
        {
            if (at > 0 || !skipOwn)
            {
                foreach (int member in _members.Of(name, queue[at]))
                {
                    found.Add(member);
                }

                if (found.Count > 0)
                {
                    return true;
                }
            }

            complete &= !_unknownBases.Contains(queue[at]);
            foreach (int next in BasesOf(queue[at]))
            {
                if (!queue.Contains(next))
                {
                    queue.Add(next);
                }
            }
        }

        return complete;
    }

    /// <summary>The bases of a type among the units, in the order they are written.</summary>
    public IReadOnlyList<int> BasesOf(int type) => _bases.TryGetValue(type, out List<int>? bases) ? bases : [];

    /// <summary>
    /// The written type of a field of a type or of its bases, and the file it is written in; null when the syntax does not tell.
    /// </summary>
    public (string TypeName, int File)? FieldOf(int type, string field)
    {
        List<int> queue = [PrimaryPartOf(type)];
        for (int at = 0; at < queue.Count && queue.Count <= MaxTypes; at++)
        {
            if (_fields.TryGetValue((queue[at], field), out (string, int) known))
            {
                return known;
            }

            queue.AddRange(BasesOf(queue[at]).Where(next => !queue.Contains(next)));
        }

        return null;
    }

    /// <summary>The type or namespace that a unit is a member of; -1 for none.</summary>
    private int ContainingTypeOf(int unit, CodeDeclaration declaration)
    {
        CodeUnit own = _names.Set.Units[unit];
        int parent = declaration.Parent is { } held ? _names.Set.IndexOf(held) : -1;
        bool nested = parent >= 0 && UnitBodies.IsContainer(declaration.Parent!.Kind);
        if (nested && own.Container.Length <= _names.Set.Units[parent].QualifiedName.Length)
        {
            return parent;
        }

        // A method written outside its type (Go, Rust, C++, Lua) says the type's name; so does a type of an impl.
        bool isMember = own.Kind is UnitKind.Method or UnitKind.Constructor or UnitKind.Property or UnitKind.Operator || (own.Kind == UnitKind.TypeAlias && _names.Rules[_names.Set.FileOf(unit)].Has(ScopeTraits.AssociatedTypes));
        int written = own.Container.Length > 0 && isMember
            ? TypeNamed(own.Container, _names.Set.FileOf(unit))
            : -1;
        return written >= 0 ? written : nested ? parent : -1;
    }

    private int TypeNamed(string qualified, int file)
    {
        int dot = qualified.LastIndexOf('.');
        int name = _names.Number(qualified.AsSpan(dot + 1));
        int best = BestType(_names.ByFile.Of(name, file), qualified, file);
        best = best >= 0 ? best : BestType(_names.ByContainer.Of(name, _names.Number(dot < 0 ? "" : qualified.AsSpan(0, dot))), qualified, file);
        best = best >= 0 ? best : BestType(_names.ByDirectory.Of(name, _names.DirectoryOf(file)), qualified, file);
        return best >= 0 ? best : BestType(_names.ByFamily.Of(name, _names.Families[file]), qualified, file);
    }

    /// <summary>
    /// The type among units of one name that a container means: with the same qualified name, in the same folder, the first.
    /// </summary>
    private int BestType(ReadOnlySpan<int> units, string qualified, int file)
    {
        int best = -1;
        (bool, bool) bestScore = default;
        foreach (int unit in units.Length > 64 ? units[..64] : units)
        {
            CodeUnit type = _names.Set.Units[unit];
            if (!type.Kind.IsType() || !_names.SameFamily(file, unit) || !Suffixes(type.QualifiedName, qualified))
            {
                continue;
            }

            (bool, bool) score = (type.QualifiedName == qualified, _names.DirectoryOf(_names.Set.FileOf(unit)) == _names.DirectoryOf(file));
            if (best < 0 || score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (unit, score);
            }
        }

        return best;
    }

    /// <summary>Whether one of two dotted names ends with the other: either may be written without its namespace.</summary>
    private static bool Suffixes(string a, string b)
    {
        (string whole, string end) = a.Length >= b.Length ? (a, b) : (b, a);
        return whole.EndsWith(end, StringComparison.Ordinal) && (whole.Length == end.Length || whole[^(end.Length + 1)] == '.');
    }
}
