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
            if (!IsPart(set.Units[unit], names.Scopes[set.FileOf(unit)]))
            {
                continue;
            }

            (int, string) key = (names.Families[set.FileOf(unit)], set.DeclarationOf(unit)!.Id ?? set.Units[unit].QualifiedName);
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

    private static bool IsPart(CodeUnit unit, LanguageScope scope) =>
        scope.IsReopened && (unit.Kind.IsType() || unit.Kind == UnitKind.Namespace)
        && (scope.Family != "csharp" || $" {unit.Signature}".Contains(" partial ", StringComparison.Ordinal));
}
