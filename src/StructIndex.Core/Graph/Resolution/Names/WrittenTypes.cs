namespace StructIndex;

/// <summary>
/// The written types of the variables of a file: of each declaration that is a scope, and of the parts of one (closures) in which a name
/// means something else.
/// </summary>
internal sealed class WrittenTypes
{
    /// <summary>Not in any part that has variables of its own.</summary>
    public const int Whole = -1;

    /// <summary>Types that one name may have in one scope.</summary>
    private const int MaxTypes = 8;

    private readonly Dictionary<(CodeDeclaration? Scope, int Part, string Name), List<string>> _types = [];

    // By start; a part comes behind those that it is in.
    private readonly SourceSpan[] _parts;
    private readonly int[] _around;

    /// <summary>Reads the variables of a file.</summary>
    public WrittenTypes(ParsedFile file)
    {
        VariableType[] variables = [.. file.Variables.Where(static variable => variable.Part is not null || !FileAliases.IsAlias(variable))];
        _parts = [.. variables.Select(variable => variable.Part).OfType<SourceSpan>().Distinct().OrderBy(part => part.Start).ThenByDescending(part => part.End)];
        _around = new int[_parts.Length];
        for (int part = 0; part < _parts.Length; part++)
        {
            int around = part - 1;
            while (around >= 0 && _parts[around].End < _parts[part].End)
            {
                around = _around[around];
            }

            _around[part] = around;
        }

        foreach (VariableType variable in variables)
        {
            var key = (variable.Scope, variable.Part is { } part ? PartAt(part.Start) : Whole, variable.Name);
            List<string> types = _types.TryGetValue(key, out List<string>? known) ? known : _types[key] = [];
            if (types.Count < MaxTypes && !types.Contains(variable.TypeName))
            {
                types.Add(variable.TypeName);
            }
        }
    }

    /// <summary>Number of the innermost part that holds an offset, or <see cref="Whole"/>.</summary>
    public int PartAt(int offset)
    {
        int low = 0, high = _parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _parts[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        int part = low - 1;
        while (part >= 0 && !_parts[part].Contains(offset))
        {
            part = _around[part];
        }

        return part;
    }

    /// <summary>Number of the part around another, or <see cref="Whole"/>.</summary>
    public int Around(int part) => _around[part];

    /// <summary>The types of a name in one declaration, and the part of it in which it has them.</summary>
    public (List<string> Types, int Part)? Of(CodeDeclaration? scope, int part, string name)
    {
        for (int at = part; at >= 0; at = _around[at])
        {
            if (_types.TryGetValue((scope, at, name), out List<string>? own))
            {
                return (own, at);
            }
        }

        return _types.TryGetValue((scope, Whole, name), out List<string>? types) ? (types, Whole) : null;
    }
}
