namespace StructIndex;

/// <summary>Functions that are members of an object written out in a script, which no bare name means.</summary>
internal static class ObjectMembers
{
    /// <summary>Whether a unit is one.</summary>
    public static bool Contains(SymbolFinder symbols, int unit)
    {
        UnitSet set = symbols.Names.Set;
        if (!symbols.Names.Rules[set.FileOf(unit)].Has(ScopeTraits.DefaultExports) || set.DeclarationOf(unit) is not { } declaration)
        {
            return false;
        }

        return declaration.Kind == UnitKind.Method || (declaration.Parent is null ? declaration.Container.Length > 0 : IsPair(declaration, set.Files[set.FileOf(unit)].Source.Text));
    }

    /// <summary>Whether a name stands between a brace or comma and a colon: <c>{ load: () => 1 }</c>.</summary>
    private static bool IsPair(CodeDeclaration declaration, string text)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, declaration.NameSpan.Start).TrimEnd(" \t\r\n'\"");
        ReadOnlySpan<char> behind = text.AsSpan(declaration.NameSpan.End).TrimStart(" \t\r\n'\"");
        return before is [.., '{' or ','] && behind is [':', ..];
    }
}
