namespace StructIndex;

/// <summary>Finds the types of values: what calls and properties give, and what written types mean.</summary>
internal static class ValueTypes
{
    /// <summary>Functions that do not say what they give are followed so far into one another.</summary>
    private const int DeepestInference = 4;

    /// <summary>Names that stand for one another are followed so far.</summary>
    private const int MaxAliases = 4;

    /// <summary>The type of what a call gives, where all it may mean agree.</summary>
    public static NameScope Returned(FileScope scope, CodeReference call, int depth, int part = WrittenTypes.Whole)
    {
        part = call.Offset == 0 ? part : scope.PartAt(call.Offset);
        if (call.Receiver is { } receiver && scope.Rules.SameValue(receiver, call.Name) is { } same && !IsOwn(scope, call, receiver, part, depth))
        {
            return ReceiverResolver.Find(scope, same, call.Name, call.From, part, depth + 1);
        }

        CallResolver calls = new(scope, depth + 1, part);
        (List<int> found, EdgeCertainty certainty) = calls.Resolve(call);
        if (found.Count == 0 || certainty != EdgeCertainty.Scoped)
        {
            return calls.IsExternal ? NameScope.External : NameScope.Unknown;
        }

        if (AreSignatures(scope, found))
        {
            return Of(scope.Symbols, found.Find(unit => call.Offset == 0 || Overloads.Takes(scope, call, scope.Symbols.Unit(unit))) is > 0 and var fitting ? fitting : found[0], depth);
        }

        NameScope first = Of(scope.Symbols, found[0], depth);
        return found.TrueForAll(unit => Of(scope.Symbols, unit, depth) == first) ? first : NameScope.Unknown;
    }

    /// <summary>Whether what stands before a member is of a type of the code base that has it.</summary>
    private static bool IsOwn(FileScope scope, CodeReference call, string receiver, int part, int depth)
    {
        List<int> found = [];
        return ReceiverResolver.Find(scope, receiver, call.Name, call.From, part, depth + 1) is { Kind: NameScopeKind.Unit } place
            && (scope.Symbols.In(scope.File, place, call.Name, found) is var _ && found.Count > 0);
    }

    /// <summary>Whether all are signatures of one function, of which the first that takes the arguments counts.</summary>
    private static bool AreSignatures(FileScope scope, List<int> found) =>
        found.Count > 1 && scope.Rules.Has(ScopeTraits.DefaultExports)
        && found.TrueForAll(unit => scope.Symbols.Names.Set.FileOf(unit) == scope.Symbols.Names.Set.FileOf(found[0]) && scope.Symbols.Unit(unit).QualifiedName == scope.Symbols.Unit(found[0]).QualifiedName);

    /// <summary>The type of an expression that ends in a call, as written: of <c>Open(x).Reader()</c> what <c>Reader</c> gives.</summary>
    public static NameScope Written(FileScope scope, string text, CodeDeclaration? from, int part, int depth)
    {
        if (Call(text) is not var (receiver, name))
        {
            return NameScope.Unknown;
        }

        return receiver == "new"
            ? TypeResolver.Find(scope, name, from) is { Kind: NameScopeKind.Unit } made ? made : NameScope.Unknown
            : Returned(scope, new CodeReference(CodeReferenceKind.Call, name, receiver, from, 0), depth, part);
    }

    /// <summary>
    /// What an expression that ends in a call calls: the receiver, null for none, and the name. Null where it is no call by name.
    /// </summary>
    public static (string? Receiver, string Name)? Call(string text)
    {
        int open = Brackets.OpenOfLast(text);
        ReadOnlySpan<char> callee = open <= 0 ? [] : text.AsSpan(0, open).TrimEnd();
        int start = callee.Length;
        while (start > 0 && (char.IsLetterOrDigit(callee[start - 1]) || callee[start - 1] == '_'))
        {
            start--;
        }

        string receiver = callee[..start].TrimEnd(" \t\r\n.:?!->").ToString();
        return start == callee.Length ? null : (receiver.Length == 0 ? null : receiver, callee[start..].ToString());
    }

    /// <summary>The type that a function or property says it gives, or is written as; a type gives itself.</summary>
    /// <param name="symbols">Where names are looked up.</param>
    /// <param name="unit">The function, property or type.</param>
    /// <param name="depth">How many calls deep this is looked at for the sake of another.</param>
    public static NameScope Of(SymbolFinder symbols, int unit, int depth = 0)
    {
        CodeUnit given = symbols.Unit(unit);
        if (given.Kind.IsType())
        {
            return NameScope.Unit(unit);
        }

        int container = symbols.Members.Structure.ContainingTypes[unit];
        string type = given.Kind == UnitKind.Constructor ? "Self" : symbols.Names.Set.DeclarationOf(unit) is { } declaration ? symbols.Names.Rules[symbols.Names.Set.FileOf(unit)].ReturnType(declaration) : "";
        return type.Length == 0 ? Inferred(symbols, unit, depth)
            : type is "Self" or "self" or "static" or "this" ? container < 0 ? NameScope.Unknown : NameScope.Unit(container)
            : Named(symbols.ScopeOf(symbols.Names.Set.FileOf(unit)), type, symbols.Names.Set.DeclarationOf(unit)).OrExternal;
    }

    private static NameScope Inferred(SymbolFinder symbols, int unit, int depth)
    {
        int file = symbols.Names.Set.FileOf(unit);
        return depth < DeepestInference && symbols.Names.Set.DeclarationOf(unit) is { } declaration
            && InferredReturns.Expression(symbols.Names.Rules[file], declaration, symbols.Names.Set.Files[file].Source.Text) is { } expression
            ? ReceiverResolver.Find(symbols.ScopeOf(file), expression, "", declaration, WrittenTypes.Whole, depth + 1)
            : NameScope.Unknown;
    }

    /// <summary>The type that a type stands for which is another name (<c>using Pointer = std::unique_ptr&lt;Reader&gt;</c>), as far as that is written.</summary>
    private static NameScope Meant(SymbolFinder symbols, NameScope type)
    {
        for (int hops = 0; hops < MaxAliases && type.Kind == NameScopeKind.Unit && symbols.Unit(type.Index).Kind == UnitKind.TypeAlias; hops++)
        {
            FileScope scope = symbols.ScopeOf(symbols.Names.Set.FileOf(type.Index));
            if (symbols.Names.Set.DeclarationOf(type.Index) is not { } alias || scope.AliasedType(alias) is not { } target)
            {
                break;
            }

            type = Written(scope, target, alias.Parent).OrExternal;
        }

        return type;
    }

    /// <summary>A written type, or what it is bound to where it is a type parameter.</summary>
    public static NameScope Named(FileScope scope, string written, CodeDeclaration? from)
    {
        if (Written(scope, written, from) is { Kind: not NameScopeKind.Unknown } type)
        {
            return Meant(scope.Symbols, type);
        }

        return (GenericBound.Of(written, from) ?? Bound(scope, written, from)) is not { } bound || bound == written ? NameScope.Unknown
            : TypeResolver.Find(scope, bound, from) is { IsKnown: true } wanted ? wanted : Named(scope, bound, from: null);
    }

    /// <summary>The type by a name, found from the modules or namespaces that are written before it, or else by its last part.</summary>
    private static NameScope Written(FileScope scope, string written, CodeDeclaration? from)
    {
        int last = written.LastIndexOf("::", StringComparison.Ordinal);
        NameScope place = last > 0 ? TypePath.Find(scope, written, from) : NameScope.Unknown;
        if (place.Kind is NameScopeKind.Unit or NameScopeKind.External)
        {
            return place;
        }

        place = TypeResolver.Find(scope, last > 0 ? written[(last + 2)..] : written, from);
        return place.IsKnown ? place : NameScope.Unknown;
    }

    /// <summary>What a type parameter is bound to where members are added to a type: <c>impl&lt;V: Visitor&gt; Walk&lt;V&gt;</c>.</summary>
    private static string? Bound(FileScope scope, string parameter, CodeDeclaration? from) =>
        scope.Rules.Has(ScopeTraits.AssociatedTypes) && scope.TypeAround(from) is >= 0 and var type ? scope.Symbols.Members.FieldOf(type, parameter)?.TypeName : null;
}
