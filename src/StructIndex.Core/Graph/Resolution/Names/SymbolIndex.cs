using System.Text;

namespace StructIndex;

/// <summary>Finds units by what people write for a symbol.</summary>
internal sealed class SymbolIndex
{
    private readonly IReadOnlyList<CodeUnit> _units;
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnitSlots _byId;

    /// <summary>Indexes the units by name and id.</summary>
    public SymbolIndex(IReadOnlyList<CodeUnit> units)
    {
        (_units, _byId) = (units, new UnitSlots(units, static unit => string.GetHashCode(unit.Id, StringComparison.Ordinal)));
        for (int unit = 0; unit < units.Count; unit++)
        {
            if (!_byName.TryGetValue(units[unit].Name, out List<int>? named))
            {
                _byName[units[unit].Name] = named = [];
            }

            named.Add(unit);
        }
    }

    /// <summary>
    /// Units by id, else those whose qualified name ends with the symbol, else those whose path and qualified name together do
    /// (<c>sessions.Session.send</c> of <c>lib/sessions.py</c>). Exact case first, any case second. Declarations come before code that only
    /// has the file's name.
    /// </summary>
    public IReadOnlyList<CodeUnit> Find(string symbol)
    {
        int known = _byId.Find(string.GetHashCode(symbol, StringComparison.Ordinal), symbol, static (unit, id) => unit.Id == id);
        if (known >= 0)
        {
            return [_units[known]];
        }

        string[] names = _byName.ContainsKey(symbol) ? [symbol] : Names(symbol);
        if (names.Length == 0 || !_byName.TryGetValue(names[^1], out List<int>? named))
        {
            return [];
        }

        foreach (StringComparison comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            foreach (bool withPath in (bool[])[false, true])
            {
                List<CodeUnit> found = [.. named.Select(unit => _units[unit]).Where(unit => EndsWith(unit, withPath, names, comparison))];
                if (found.Exists(unit => unit.Kind != UnitKind.Module))
                {
                    found.RemoveAll(unit => unit.Kind == UnitKind.Module);
                }

                if (found.Count > 0)
                {
                    return found;
                }
            }
        }

        // A variable stands where the type would: obj->field.
        return symbol.Contains("->", StringComparison.Ordinal) ? Find(names[^1]) : [];
    }

    /// <summary>The names of units that a symbol may mean, whatever their case: as it is written, and its last part.</summary>
    public static IEnumerable<string> NamesOf(string symbol) => Names(symbol) is { Length: > 0 } names ? [symbol, names[^1]] : [symbol];

    private static bool EndsWith(CodeUnit unit, bool withPath, string[] names, StringComparison comparison)
    {
        if (names.Length == 1)
        {
            return unit.Name.Equals(names[0], comparison);
        }

        // Names are split off for few: nearly all stand in another type.
        if (!unit.Name.Equals(names[^1], comparison) || !(MayHold(unit.Container, names[^2], comparison) || (withPath && MayHold(unit.Path, names[^2], comparison))))
        {
            return false;
        }

        string path = withPath ? Path.ChangeExtension(unit.Path, null) + "." : "";
        string[] own = [.. Names(path + unit.Container), unit.Name];
        return own.Length >= names.Length && own.AsSpan(own.Length - names.Length).SequenceEqual(names, StringComparer.FromComparison(comparison));
    }

    // Without type arguments, which are taken out, every name in a text is a part of it.
    private static bool MayHold(string text, string name, StringComparison comparison) => text.Contains(name, comparison) || text.AsSpan().ContainsAny('<', '>');

    /// <summary>The names in a symbol, without type arguments and parameters.</summary>
    private static string[] Names(string symbol)
    {
        StringBuilder plain = new(symbol.Length);
        int depth = 0;
        for (int i = 0; i < symbol.Length; i++)
        {
            char c = symbol[i];
            bool arrow = c == '-' && i + 1 < symbol.Length && symbol[i + 1] == '>';
            if (c == '(' && depth == 0 && plain.Length > 0)
            {
                break;
            }

            depth += c == '<' ? 1 : c == '>' && depth > 0 ? -1 : 0;
            if (depth == 0 && c != '>')
            {
                plain.Append(arrow || c is ':' or '#' or '\\' or '/' ? '.' : c);
            }

            i += arrow ? 1 : 0;
        }

        return plain.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
