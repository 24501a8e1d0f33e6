namespace StructIndex;

/// <summary>Finds what stands before the dot of a call: a type by the receiver's written type, a module, a package, or nothing known.</summary>
internal static class ReceiverResolver
{
    /// <summary>Longer receivers (UTF-16 units) are chains that no longer tell a type.</summary>
    private const int LongestReceiver = 1_000;

    /// <summary>How many calls in a row are followed by the types they return.</summary>
    private const int DeepestCall = 8;

    /// <summary>The place in which the name after a receiver is to be looked for.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="receiver">The receiver as written.</param>
    /// <param name="from">The declaration around it.</param>
    /// <param name="depth">How many calls deep this one is looked at for the sake of another.</param>
    public static Place Find(FileScope scope, string receiver, Declaration? from, int depth = 0)
    {
        if (receiver.Length > LongestReceiver || depth > DeepestCall)
        {
            return Place.Unknown;
        }

        string text = Plain(receiver);
        if (text.Length == 0 || text[0] is '"' or '\'' or '`' or '[' or '{' or '/' || char.IsAsciiDigit(text[0]))
        {
            return Place.External;
        }

        if (Made(scope, text, from) is { Kind: not PlaceKind.Unknown } made)
        {
            return made;
        }

        List<string> segments = Segments(text);
        if (segments.Count == 0)
        {
            return text[^1] == ')' ? ReturnedBy(scope, text, from, depth) : Place.Unknown;
        }

        Place place = Whole(scope, text, segments);
        if (place.IsKnown)
        {
            return place;
        }

        place = First(scope, segments[0], segments.Count, from, depth);
        for (int i = 1; i < segments.Count && place.IsKnown; i++)
        {
            place = Step(scope, place, segments[i]);
        }

        return place;
    }

    private static Place First(FileScope scope, string segment, int count, Declaration? from, int depth)
    {
        SymbolFinder symbols = scope.Symbols;
        int type = scope.TypeAround(from);
        if (Array.IndexOf(scope.Rules.Self, segment) >= 0 && scope.TypeOf(segment, from) is null)
        {
            return type >= 0 ? new Place(PlaceKind.Unit, type) : scope.Rules.Family == "rust" ? symbols.Modules.Find(scope.File, segment) : Place.Unknown;
        }

        if (Array.IndexOf(scope.Rules.Base, segment) >= 0)
        {
            return type >= 0 && scope.Rules.Family != "rust" ? new Place(PlaceKind.Bases, type) : Place.Unknown;
        }

        if (segment[0] == '@')
        {
            return type < 0 ? Place.Unknown : Field(scope, type, segment);
        }

        if ((scope.TypeOf(segment, from) ?? scope.TypeOf(segment.TrimStart('$'), from)) is { } written)
        {
            return Known(Typed(scope, written, from));
        }

        if (scope.AssignedTo(segment, from) is { } call)
        {
            return Returned(scope, call, depth);
        }

        if (scope.Rules.IsImplicit && type >= 0 && Field(scope, type, segment) is { Kind: not PlaceKind.Unknown } field)
        {
            return field;
        }

        if (scope.Rules.Family == "rust" && segment is "crate" or "super")
        {
            return segment == "super" && count == 1 && from is { Parent.Kind: UnitKind.Namespace }
                ? new Place(PlaceKind.File, scope.File, symbols.Modules.Rust.ModulePath(scope.File))
                : symbols.Modules.Find(scope.File, segment);
        }

        Place named = TypeResolver.Simple(scope, segment, from);
        if (named.Kind != PlaceKind.Unknown)
        {
            return named;
        }

        if (scope.Rules.Family == "rust" && symbols.Modules.Find(scope.File, segment) is { IsKnown: true } module)
        {
            return module;
        }

        // A capital that is declared and imported nowhere names a type of a library.
        return char.IsUpper(segment[0]) && scope.Rules.Family is not ("go" or "c") ? Place.External : Place.Unknown;
    }

    /// <summary>A receiver that as a whole is a package, a namespace or an imported module.</summary>
    private static Place Whole(FileScope scope, string text, List<string> segments)
    {
        SymbolFinder symbols = scope.Symbols;
        if (segments.Count > 1 && scope.Imports.Whole.Contains(text))
        {
            return symbols.Modules.Find(scope.File, text);
        }

        if (!scope.Rules.HasPackages || !(char.IsUpper(segments[0][0]) || segments.Count > 1 || scope.Rules.Family == "c"))
        {
            return Place.Unknown;
        }

        string dotted = ModuleFinder.Dotted(text);
        int dot = dotted.LastIndexOf('.');
        int name = symbols.Names.Names.Find(dotted.AsSpan(dot + 1));
        List<int> found = [];
        if (dot > 0)
        {
            SymbolFinder.Add(
                symbols.Names.ByContainer.Of(name, symbols.Names.Names.Find(dotted.AsSpan(0, dot))),
                unit => UnitBodies.IsHolder(symbols.Unit(unit).Kind) && symbols.Names.SameFamily(scope.File, unit),
                found);
        }

        return found.Count > 0 ? new Place(PlaceKind.Unit, found[0]) : Place.Unknown;
    }

    private static Place Step(FileScope scope, Place place, string segment)
    {
        if (place.Kind == PlaceKind.Unit && Field(scope, place.Index, segment) is { Kind: not PlaceKind.Unknown } field)
        {
            return field;
        }

        List<int> found = [];
        Place inner = scope.Symbols.In(scope.File, place, segment, found);
        if (found.Count == 1 && scope.Symbols.Unit(found[0]).Kind == UnitKind.Property)
        {
            return TypeGivenBy(scope.Symbols, found[0]);
        }

        int type = found.FindIndex(unit => UnitBodies.IsHolder(scope.Symbols.Unit(unit).Kind));
        return type >= 0 ? new Place(PlaceKind.Unit, found[type], Certainty: place.Certainty) : inner.IsKnown ? inner : Place.Unknown;
    }

    /// <summary>The type of what a call gives, where all it may mean agree.</summary>
    private static Place Returned(FileScope scope, Reference call, int depth)
    {
        CallResolver calls = new(scope, depth + 1);
        (List<int> found, EdgeCertainty certainty) = calls.Resolve(call);
        if (found.Count == 0 || certainty != EdgeCertainty.Scoped)
        {
            return calls.IsExternal ? Place.External : Place.Unknown;
        }

        Place first = TypeGivenBy(scope.Symbols, found[0]);
        return found.TrueForAll(unit => TypeGivenBy(scope.Symbols, unit) == first) ? first : Place.Unknown;
    }

    private static Place ReturnedBy(FileScope scope, string text, Declaration? from, int depth)
    {
        int open = text.Length - 1;
        for (int nesting = 0; open >= 0; open--)
        {
            nesting += text[open] == ')' ? 1 : text[open] == '(' ? -1 : 0;
            if (nesting == 0)
            {
                break;
            }
        }

        ReadOnlySpan<char> callee = open <= 0 ? [] : text.AsSpan(0, open).TrimEnd();
        int start = callee.Length;
        while (start > 0 && (char.IsLetterOrDigit(callee[start - 1]) || callee[start - 1] == '_'))
        {
            start--;
        }

        string receiver = callee[..start].TrimEnd(" \t\r\n.:?!->").ToString();
        if (receiver == "new")
        {
            return TypeResolver.Find(scope, callee[start..].ToString(), from) is { Kind: PlaceKind.Unit } made ? made : Place.Unknown;
        }

        return start == callee.Length
            ? Place.Unknown
            : Returned(scope, new Reference(ReferenceKind.Call, callee[start..].ToString(), receiver.Length == 0 ? null : receiver, from, 0), depth);
    }

    private static Place TypeGivenBy(SymbolFinder symbols, int unit)
    {
        CodeUnit given = symbols.Unit(unit);
        if (given.Kind.IsType())
        {
            return new Place(PlaceKind.Unit, unit);
        }

        int holder = symbols.Members.Structure.Holders[unit];
        string type = given.Kind == UnitKind.Constructor ? "Self" : ReturnType.Of(given);
        return type.Length == 0 ? Place.Unknown
            : type is "Self" or "self" or "static" or "this" ? holder < 0 ? Place.Unknown : new Place(PlaceKind.Unit, holder)
            : Known(Typed(symbols.ScopeOf(symbols.Names.Set.FileOf(unit)), type, symbols.Names.Set.DeclarationOf(unit)));
    }

    /// <summary>A written type, or what it is bound to where it is a type parameter.</summary>
    private static Place Typed(FileScope scope, string written, Declaration? from) =>
        TypeResolver.Find(scope, written, from) is { IsKnown: true } type ? type
            : GenericBound.Of(written, from) is { } bound ? TypeResolver.Find(scope, bound, from) : Place.Unknown;

    private static Place Field(FileScope scope, int type, string name)
    {
        (string TypeName, int File)? field = scope.Symbols.Members.FieldOf(type, name) ?? scope.Symbols.Members.FieldOf(type, name.TrimStart('@', '$'));
        if (field is not { } known)
        {
            return Place.Unknown;
        }

        return Known(Typed(scope.Symbols.ScopeOf(known.File), known.TypeName, scope.Symbols.Names.Set.DeclarationOf(type)));
    }

    /// <summary><c>new Foo(x)</c> or <c>Foo(x)</c> before the dot: the type that is made.</summary>
    private static Place Made(FileScope scope, string text, Declaration? from)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Place.Unknown;
        }

        if (text == "super()" && Array.IndexOf(scope.Rules.Base, "super") >= 0)
        {
            return scope.TypeAround(from) is >= 0 and var type ? new Place(PlaceKind.Bases, type) : Place.Unknown;
        }

        bool isNew = text.StartsWith("new ", StringComparison.Ordinal);
        string callee = text[(isNew ? 4 : 0)..open];
        bool closes = text.EndsWith(')') && text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1;
        ReadOnlySpan<char> name = callee.AsSpan(callee.LastIndexOf('.') + 1);
        return closes && name.Length > 0 && (isNew || char.IsUpper(name[0]))
            ? TypeResolver.Find(scope, callee, from) is { Kind: PlaceKind.Unit } made ? made : Place.Unknown
            : Place.Unknown;
    }

    /// <summary>A written type that is not found is none of these units.</summary>
    private static Place Known(Place type) => type.IsKnown ? type : Place.External;

    private static string Plain(string receiver)
    {
        string text = receiver.Trim();
        text = text.StartsWith("await ", StringComparison.Ordinal) ? text[6..] : text;
        text = text.TrimStart('&', '*', '!').TrimEnd('?', '!');
        return text.Length > 2 && text[0] == '(' && text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1 ? Plain(text[1..^1]) : text;
    }

    /// <summary>The names in a chain of them; empty when it is something else (a call, an index, an operator).</summary>
    private static List<string> Segments(string text)
    {
        List<string> segments = [];
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            char c = at < text.Length ? text[at] : '.';
            if (char.IsLetterOrDigit(c) || c is '_' or '$' or '@')
            {
                continue;
            }

            if (at > start)
            {
                segments.Add(text[start..at]);
            }

            if (c is not ('.' or ':' or '-' or '>' or '?' or '!' or '\\'))
            {
                return [];
            }

            start = at + 1;
        }

        return segments;
    }
}
