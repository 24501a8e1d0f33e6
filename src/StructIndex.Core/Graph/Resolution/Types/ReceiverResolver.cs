namespace StructIndex;

/// <summary>
/// Finds what stands before the dot of a call: a type by the receiver's written type, a module, a package, or nothing known.
/// </summary>
internal static class ReceiverResolver
{
    /// <summary>Longer receivers (UTF-16 units) may have been cut by the parser.</summary>
    private const int MaxReceiverLength = 999;

    /// <summary>How many calls in a row are followed by the types they return.</summary>
    private const int DeepestCall = 24;

    /// <summary>The place in which the name after a receiver is to be looked for.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="receiver">The receiver as written.</param>
    /// <param name="name">The name after it, which tells apart what one variable's name stands for in several closures.</param>
    /// <param name="from">The declaration around it.</param>
    /// <param name="part">The closure around it; see <see cref="FileScope.PartAt"/>.</param>
    /// <param name="depth">How many calls deep this one is looked at for the sake of another.</param>
    public static NameScope Find(FileScope scope, string receiver, string name, CodeDeclaration? from, int part = WrittenTypes.Whole, int depth = 0)
    {
        if (receiver.Length > MaxReceiverLength || depth > DeepestCall)
        {
            return NameScope.Unknown;
        }

        // Each variable leads to the call that made it and to what it is another name for, so without a memory the work doubles with each step.
        return depth == 0 ? FindAnew(scope, receiver, name, from, part, depth)
            : scope.Receivers.GetOrAdd((receiver, name, from, part, depth), static (asked, scope) => FindAnew(scope, asked.Receiver, asked.Name, asked.From, asked.Part, asked.Depth), scope);
    }

    private static NameScope FindAnew(FileScope scope, string receiver, string name, CodeDeclaration? from, int part, int depth)
    {
        string text = ReceiverText.Plain(receiver);
        if (text.Length == 0 || text[0] is '"' or '\'' or '`' or '[' or '{' or '/' || char.IsAsciiDigit(text[0]) || text is [':', not ':', ..])
        {
            return NameScope.External;
        }

        if (scope.Rules.IsLibrary(text))
        {
            return NameScope.External;
        }

        if (ReceiverText.Cast(text) is { } type)
        {
            return ValueTypes.Named(scope, type, from).OrExternal;
        }

        text = ReceiverText.WithElement(text);

        if (Made(scope, text, from) is { Kind: not NameScopeKind.Unknown } made)
        {
            return made;
        }

        List<string> segments = ReceiverText.Segments(text);
        if (segments.Count == 0)
        {
            return text[^1] == ')' ? ValueTypes.Written(scope, text, from, part, depth) : NameScope.Unknown;
        }

        NameScope place = Whole(scope, text, segments);
        if (place.IsKnown)
        {
            return place;
        }

        // What stands before :: is no variable, but for those of PHP.
        bool isPath = segments[0][0] != '$' && text.StartsWith($"{segments[0]}::", StringComparison.Ordinal);
        place = First(scope, segments, isPath, segments.Count > 1 ? segments[1] : name, from, part, depth);
        for (int i = 1; i < segments.Count && place.IsKnown; i++)
        {
            place = Step(scope, place, segments[i], depth);
            place = scope.Rules.Has(ScopeTraits.AbsoluteModules) && char.IsUpper(segments[i][0]) ? place.OrExternal : place;
        }

        return place;
    }

    private static NameScope First(FileScope scope, List<string> segments, bool isPath, string next, CodeDeclaration? from, int part, int depth)
    {
        string segment = segments[0];
        SymbolFinder symbols = scope.Symbols;
        int type = scope.TypeAround(from);
        if (scope.Rules.SelfReceivers.Contains(segment) && scope.TypesOf(segment, from, part).Count == 0)
        {
            return type >= 0 ? NameScope.Unit(type) : symbols.Modules.Keyword(scope.File, segment, isNested: false);
        }

        if (scope.Rules.BaseReceivers.Contains(segment))
        {
            return type >= 0 ? new NameScope(NameScopeKind.Bases, type) : NameScope.Unknown;
        }

        if (segment[0] == '@')
        {
            return type < 0 ? NameScope.Unknown : Field(scope, type, segment);
        }

        if (isPath)
        {
            return OfFile(scope, segments, from, depth);
        }

        if (Variable(scope, segment, next, from, part, depth) is var variable && (variable.Kind != NameScopeKind.Unknown || scope.ClosureOf(segment, from, part) != WrittenTypes.Whole))
        {
            return variable;
        }

        foreach (NameScope own in OwnObjects(scope, segment, from, part, depth))
        {
            if (own.Kind == NameScopeKind.Unit && Field(scope, own.Index, segment) is { Kind: not NameScopeKind.Unknown } ofOwn)
            {
                return ofOwn;
            }
        }

        if (scope.Rules.Has(ScopeTraits.ImplicitReceiver) && type >= 0 && Field(scope, type, segment) is { Kind: not NameScopeKind.Unknown } field)
        {
            return field;
        }

        if (scope.Rules.Has(ScopeTraits.BareCalls) && type >= 0 && Given(scope, NameScope.Unit(type), segment, depth) is { IsKnown: true } given)
        {
            return given;
        }

        return OfFile(scope, segments, from, depth);
    }

    /// <summary>What a name means that is no variable: a type, a namespace, a module, a constant of another file.</summary>
    private static NameScope OfFile(FileScope scope, List<string> segments, CodeDeclaration? from, int depth)
    {
        string segment = segments[0];
        SymbolFinder symbols = scope.Symbols;
        if (symbols.Modules.Keyword(scope.File, segment, segments.Count == 1 && from is { Parent.Kind: UnitKind.Namespace }) is { Kind: not NameScopeKind.Unknown } keyword)
        {
            return keyword;
        }

        if (ImportedValues.TypeOf(scope, segment, depth) is { Kind: not NameScopeKind.Unknown } value)
        {
            return value;
        }

        NameScope named = TypeResolver.Simple(scope, segment, from);
        if (named.Kind != NameScopeKind.Unknown)
        {
            return named;
        }

        if (scope.Rules.Has(ScopeTraits.Includes | ScopeTraits.Packages) && Namespace(scope, segment, from) is { IsKnown: true } space)
        {
            return space;
        }

        if (scope.Rules.Has(ScopeTraits.ModulePaths) && symbols.Modules.Find(scope.File, segment) is { IsKnown: true } module)
        {
            return module;
        }

        if (scope.IsForeignGlobal(segment))
        {
            return symbols.IsContainerName(scope.Parsed.Source.Language, segment) ? new NameScope(NameScopeKind.Package, text: segment, certainty: EdgeCertainty.NameOnly) : NameScope.External;
        }

        if (scope.Rules.Has(ScopeTraits.AbsoluteModules) && char.IsUpper(segment[0]) && symbols.Names.Number(segment) >= 0)
        {
            return NameScope.Package(segment);
        }

        // A capital that is declared and imported nowhere names a type of a library.
        return char.IsUpper(segment[0]) && !scope.Rules.Has(ScopeTraits.CapitalNames) ? NameScope.External : NameScope.Unknown;
    }

    /// <summary>What a variable holds, by its written type or by the call whose value it takes.</summary>
    private static NameScope Variable(FileScope scope, string variable, string next, CodeDeclaration? from, int part, int depth)
    {
        IReadOnlyList<string> types = scope.TypesOf(variable, from, part);
        types = types.Count > 0 ? types : scope.TypesOf(variable.TrimStart('$'), from, part);
        if (types.Count == 0 && depth < DeepestCall && scope.Aliases.Of(variable, from) is var (target, around) && target != FileAliases.Import
            && Find(scope, target, next, around, part, depth + 1) is { IsKnown: true } meant)
        {
            return meant;
        }

        int closure = scope.ClosureOf(variable, from, part);
        List<NameScope> places = [.. types.Select(type => FileAliases.IsAlias(type) ? Value(scope, type[1..], next, from, scope.Around(closure), depth) : ValueTypes.Named(scope, type, from).OrExternal)];
        if (closure == WrittenTypes.Whole && scope.AssignedTo(variable, from) is { } call)
        {
            places.Add(ValueTypes.Returned(scope, call, depth));
        }

        if (places.Count < 2)
        {
            return places.Count == 0 ? NameScope.Unknown : places[0];
        }

        List<NameScope> fitting = [.. places.Where(place => Has(scope, place, next)).Distinct()];
        if (fitting.Count == 1)
        {
            // The variable of another closure may be meant, which is of a type that is not known.
            return places.Exists(place => place.Kind == NameScopeKind.External) ? fitting[0] with { Certainty = EdgeCertainty.Candidate } : fitting[0];
        }

        return fitting.Count > 1 ? fitting[0] with { Certainty = EdgeCertainty.Candidate } : places.TrueForAll(place => !place.IsKnown) && places.Exists(place => place.Kind == NameScopeKind.External) ? NameScope.External : NameScope.Unknown;
    }

    /// <summary>What closures around a use have as their own object (<c>pot.apply { fill() }</c>), from the innermost out.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="name">The name that is looked for in it.</param>
    /// <param name="from">The declaration around it.</param>
    /// <param name="part">The closure around it.</param>
    /// <param name="depth">How many calls deep this one is looked at for the sake of another.</param>
    public static IEnumerable<NameScope> OwnObjects(FileScope scope, string name, CodeDeclaration? from, int part, int depth)
    {
        if (part == WrittenTypes.Whole || !scope.Rules.Has(ScopeTraits.ImplicitReceiver))
        {
            yield break;
        }

        string self = scope.Rules.SelfReceivers[0];
        for (int at = scope.ClosureOf(self, from, part); at != WrittenTypes.Whole; at = scope.ClosureOf(self, from, scope.Around(at)))
        {
            yield return Find(scope, self, name, from, at, depth + 1);
        }
    }

    /// <summary>What a variable is that takes the value of an expression, which is written outside of the closure that it is of.</summary>
    private static NameScope Value(FileScope scope, string expression, string next, CodeDeclaration? from, int around, int depth) =>
        expression.Length == 0 ? NameScope.Unknown : Find(scope, expression, next, from, around, depth + 1);

    private static bool Has(FileScope scope, NameScope place, string name)
    {
        List<int> found = [];
        return place.Kind == NameScopeKind.Unit
            && (scope.Symbols.Members.FieldOf(place.Index, name) is not null || (scope.Symbols.In(scope.File, place, name, found) is var _ && found.Count > 0));
    }

    /// <summary>A namespace by its name alone, seen from those around the use.</summary>
    public static NameScope Namespace(FileScope scope, string name, CodeDeclaration? from)
    {
        foreach (ReadOnlySpan<char> around in scope.ContainersAround(from))
        {
            string space = around.Length == 0 ? name : $"{around}.{name}";
            if (scope.Symbols.IsContainerName(scope.Parsed.Source.Language, space))
            {
                return NameScope.Package(space);
            }
        }

        return NameScope.Unknown;
    }

    /// <summary>A receiver that as a whole is a package, a namespace or an imported module.</summary>
    private static NameScope Whole(FileScope scope, string text, List<string> segments)
    {
        SymbolFinder symbols = scope.Symbols;
        if (segments.Count > 1 && scope.Imports.Whole.Contains(text))
        {
            return symbols.Modules.Find(scope.File, text);
        }

        if (!scope.Rules.Has(ScopeTraits.Packages))
        {
            return NameScope.Unknown;
        }

        string dotted = PackageModules.Dotted(text);
        int dot = dotted.LastIndexOf('.');
        int name = symbols.Names.Number(dotted.AsSpan(dot + 1));
        List<int> found = [];
        if (dot > 0)
        {
            SymbolFinder.Add(
                symbols.Names.ByContainer.Of(name, symbols.Names.Number(dotted.AsSpan(0, dot))),
                unit => UnitBodies.IsContainer(symbols.Unit(unit).Kind) && symbols.Names.SameFamily(scope.File, unit),
                found);
        }

        return found.Count > 0 ? NameScope.Unit(found[0]) : NameScope.Unknown;
    }

    private static NameScope Step(FileScope scope, NameScope place, string segment, int depth)
    {
        if (place is { Kind: NameScopeKind.File, Index: >= 0 and var file } && ImportedValues.InFile(scope, file, segment, depth) is { Kind: not NameScopeKind.Unknown } value)
        {
            return value;
        }

        if (place.Kind == NameScopeKind.Unit && Field(scope, place.Index, segment) is { Kind: not NameScopeKind.Unknown } field)
        {
            return field;
        }

        if (scope.Rules.Has(ScopeTraits.BareCalls) && place.Kind == NameScopeKind.Unit && Given(scope, place, segment, depth) is { IsKnown: true } given)
        {
            return given;
        }

        List<int> found = [];
        NameScope inner = scope.Symbols.In(scope.File, place, segment, found);
        if (found.Count == 1 && scope.Symbols.Unit(found[0]).Kind == UnitKind.Property)
        {
            return ValueTypes.Of(scope.Symbols, found[0]);
        }

        if (found.Count == 0 && place.Kind == NameScopeKind.Unit && scope.Rules.MakesValue(segment, scope.Symbols.Unit(place.Index).Kind))
        {
            return place;
        }

        int type = found.FindIndex(unit => UnitBodies.IsContainer(scope.Symbols.Unit(unit).Kind));
        return type >= 0 ? NameScope.Unit(found[type], certainty: place.Certainty) : inner.IsKnown ? inner : NameScope.Unknown;
    }

    /// <summary>What the only method by a name gives that a type has.</summary>
    private static NameScope Given(FileScope scope, NameScope type, string name, int depth)
    {
        List<int> found = [];
        scope.Symbols.In(scope.File, type, name, found);
        return found.Count == 1 && scope.Symbols.Unit(found[0]).Kind == UnitKind.Method ? ValueTypes.Of(scope.Symbols, found[0], depth + 1) : NameScope.Unknown;
    }

    private static NameScope Field(FileScope scope, int type, string name)
    {
        TypeMembers members = scope.Symbols.Members;
        (string TypeName, int File)? field = members.FieldOf(type, name) ?? members.FieldOf(type, name.TrimStart('@', '$'));
        if (field is null && scope.Rules.Has(ScopeTraits.BareCalls) && name[0] != '@')
        {
            // What reads a field of Ruby has its name, without the mark.
            field = members.FieldOf(type, $"@{name}");
        }

        if (field is not { } known)
        {
            return NameScope.Unknown;
        }

        return ValueTypes.Named(scope.Symbols.ScopeOf(known.File), known.TypeName, scope.Symbols.Names.Set.DeclarationOf(type)).OrExternal;
    }

    /// <summary>
    /// <c>new Foo(x)</c>, <c>new Foo() { ... }</c> or <c>Foo(x)</c> before the dot: the type that is made.
    /// </summary>
    private static NameScope Made(FileScope scope, string text, CodeDeclaration? from)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return NameScope.Unknown;
        }

        if (text == "super()" && scope.Rules.BaseReceivers.Contains("super"))
        {
            return scope.TypeAround(from) is >= 0 and var around ? new NameScope(NameScopeKind.Bases, around) : NameScope.Unknown;
        }

        bool isNew = text.StartsWith("new ", StringComparison.Ordinal);
        string callee = text[(isNew ? 4 : 0)..open];
        bool closes = text.EndsWith(')') && text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1;
        closes |= isNew && text.EndsWith('}') && callee.AsSpan().IndexOfAny('[', '{') < 0;
        ReadOnlySpan<char> name = callee.AsSpan(callee.LastIndexOf('.') + 1);
        return closes && name.Length > 0 && (isNew || char.IsUpper(name[0]))
            ? TypeResolver.Find(scope, callee, from) is { Kind: NameScopeKind.Unit or NameScopeKind.File } made ? made : NameScope.Unknown
            : NameScope.Unknown;
    }
}
