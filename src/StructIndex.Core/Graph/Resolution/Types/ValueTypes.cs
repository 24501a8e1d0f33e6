namespace StructIndex;

/// <summary>Finds the types of values: what calls and properties give, and what written types mean.</summary>
internal static class ValueTypes
{
    /// <summary>The type of what a call gives, where all it may mean agree.</summary>
    public static NameScope Returned(FileScope scope, CodeReference call, int depth)
    {
        CallResolver calls = new(scope, depth + 1);
        (List<int> found, EdgeCertainty certainty) = calls.Resolve(call);
        if (found.Count == 0 || certainty != EdgeCertainty.Scoped)
        {
            return calls.IsExternal ? NameScope.External : NameScope.Unknown;
        }

        NameScope first = Of(scope.Symbols, found[0]);
        return found.TrueForAll(unit => Of(scope.Symbols, unit) == first) ? first : NameScope.Unknown;
    }

    /// <summary>The type of an expression that ends in a call, as written: of <c>Open(x).Reader()</c> what <c>Reader</c> gives.</summary>
    public static NameScope Written(FileScope scope, string text, CodeDeclaration? from, int depth)
    {
        int open = Brackets.OpenOfLast(text);
        ReadOnlySpan<char> callee = open <= 0 ? [] : text.AsSpan(0, open).TrimEnd();
        int start = callee.Length;
        while (start > 0 && (char.IsLetterOrDigit(callee[start - 1]) || callee[start - 1] == '_'))
        {
            start--;
        }

        string receiver = callee[..start].TrimEnd(" \t\r\n.:?!->").ToString();
        if (receiver == "new")
        {
            return TypeResolver.Find(scope, callee[start..].ToString(), from) is { Kind: NameScopeKind.Unit } made ? made : NameScope.Unknown;
        }

        return start == callee.Length
            ? NameScope.Unknown
            : Returned(scope, new CodeReference(CodeReferenceKind.Call, callee[start..].ToString(), receiver.Length == 0 ? null : receiver, from, 0), depth);
    }

    /// <summary>The type that a function or property says it gives; a type gives itself.</summary>
    public static NameScope Of(SymbolFinder symbols, int unit)
    {
        CodeUnit given = symbols.Unit(unit);
        if (given.Kind.IsType())
        {
            return NameScope.Unit(unit);
        }

        int container = symbols.Members.Structure.ContainingTypes[unit];
        string type = given.Kind == UnitKind.Constructor ? "Self" : symbols.Names.Set.DeclarationOf(unit) is { } declaration ? symbols.Names.Rules[symbols.Names.Set.FileOf(unit)].ReturnType(declaration) : "";
        return type.Length == 0 ? NameScope.Unknown
            : type is "Self" or "self" or "static" or "this" ? container < 0 ? NameScope.Unknown : NameScope.Unit(container)
            : Named(symbols.ScopeOf(symbols.Names.Set.FileOf(unit)), type, symbols.Names.Set.DeclarationOf(unit)).OrExternal;
    }

    /// <summary>A written type, or what it is bound to where it is a type parameter.</summary>
    public static NameScope Named(FileScope scope, string written, CodeDeclaration? from) =>
        TypeResolver.Find(scope, written, from) is { IsKnown: true } type ? type
            : GenericBound.Of(written, from) is { } bound ? TypeResolver.Find(scope, bound, from) : NameScope.Unknown;
}
