namespace StructIndex;

/// <summary>Finds a type that is written with what it is in: <c>ast::Span</c>, <c>Json::Value</c>.</summary>
internal static class TypePath
{
    /// <summary>The type; external for one of a library, unknown where a part is not found. Neither variables nor fields are parts of it.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="written">The path.</param>
    /// <param name="from">The declaration around it.</param>
    public static NameScope Find(FileScope scope, string written, CodeDeclaration? from)
    {
        List<string> segments = ReceiverText.Segments(written);
        if (segments.Count == 0 || scope.Rules.IsLibrary(written))
        {
            return segments.Count == 0 ? NameScope.Unknown : NameScope.External;
        }

        NameScope place = First(scope, segments[0], from);
        List<int> found = [];
        for (int at = 1; at < segments.Count && place.IsKnown; at++)
        {
            found.Clear();
            NameScope inner = scope.Symbols.In(scope.File, place, segments[at], found);
            int type = found.FindIndex(unit => UnitBodies.IsContainer(scope.Symbols.Unit(unit).Kind));
            place = type >= 0 ? NameScope.Unit(found[type], certainty: place.Certainty) : inner;
        }

        return place;
    }

    private static NameScope First(FileScope scope, string segment, CodeDeclaration? from)
    {
        SymbolFinder symbols = scope.Symbols;
        if (scope.Rules.SelfReceivers.Contains(segment) && scope.TypeAround(from) is >= 0 and var own)
        {
            return NameScope.Unit(own);
        }

        if (symbols.Modules.Keyword(scope.File, segment, isNested: false) is { Kind: not NameScopeKind.Unknown } keyword)
        {
            return keyword;
        }

        if (TypeResolver.Simple(scope, segment, from) is { Kind: not NameScopeKind.Unknown } named)
        {
            return named;
        }

        if (ReceiverResolver.Namespace(scope, segment, from) is { IsKnown: true } space)
        {
            return space;
        }

        return scope.Rules.Has(ScopeTraits.ModulePaths) ? symbols.Modules.Find(scope.File, segment) : NameScope.Unknown;
    }
}
