namespace StructIndex;

/// <summary>Joins the parts of types that are written in several places.</summary>
internal static class TypeParts
{
    /// <summary>For each unit that is such a part the first one; -1 for all others.</summary>
    public static int[] Of(UnitNames names)
    {
        UnitSet set = names.Set;
        int[] wholes = new int[set.Units.Count];
        Array.Fill(wholes, -1);
        Dictionary<(int Family, string Name), int> firsts = [];
        for (int unit = 0; unit < wholes.Length; unit++)
        {
            if (set.DeclarationOf(unit) is not { } declaration || !(declaration.Kind.IsType() || declaration.Kind == UnitKind.Namespace) || !names.Rules[set.FileOf(unit)].IsPart(declaration))
            {
                continue;
            }

            (int, string) key = (names.Families[set.FileOf(unit)], declaration.Id ?? set.Units[unit].QualifiedName);
            if (!firsts.TryGetValue(key, out int first))
            {
                firsts[key] = unit;
            }
            else
            {
                wholes[first] = wholes[unit] = first;
            }
        }

        return wholes;
    }
}
