namespace StructIndex;

/// <summary>The types of arguments as the syntax shows them, by which overloads are told apart.</summary>
internal static class ArgumentTypes
{
    /// <summary>Longer arguments are not looked into for the type they give.</summary>
    private const int MaxLength = 200;

    /// <summary>Functions that languages of overloads name so make an object of the type before them.</summary>
    private static readonly string[] s_factories = ["of", "valueOf"];

    /// <summary>The simple name of an argument's type; null where nothing shows it.</summary>
    public static string? Of(FileScope scope, CodeDeclaration? from, int part, string argument)
    {
        if (CallArguments.TypeOf(argument) is { } shown)
        {
            return shown;
        }

        bool areOverloads = scope.Rules.Has(ScopeTraits.Overloads);
        if (argument[0] == '\'' && areOverloads)
        {
            return "char";
        }

        if (scope.TypesOf(argument, from, part) is [var first, ..])
        {
            return !FileAliases.IsAlias(first) ? Simple(first)
                : ReceiverResolver.Find(scope, argument, "", from, part) is { Kind: NameScopeKind.Unit, Index: var value } ? scope.Symbols.Unit(value).Name : null;
        }

        if (!areOverloads || argument.Length > MaxLength)
        {
            return null;
        }

        if (argument[0] == '(' && Brackets.Close(argument, 0) is > 1 and var close && close < argument.Length - 1 && IsPath(argument.AsSpan(1, close - 1)))
        {
            return argument[1..close];
        }

        return argument[^1] == ')' ? OfCall(scope, from, part, argument) : IsPath(argument) ? OfField(scope, from, part, argument) : null;
    }

    private static string? OfCall(FileScope scope, CodeDeclaration? from, int part, string argument)
    {
        if (ValueTypes.Call(argument) is not var (receiver, name))
        {
            return null;
        }

        if (s_factories.Contains(name) && receiver is [>= 'A' and <= 'Z', ..] && IsPath(receiver))
        {
            return receiver;
        }

        (List<int> found, EdgeCertainty certainty) = new CallResolver(scope, depth: 1, part).Resolve(new CodeReference(CodeReferenceKind.Call, name, receiver, from, 0));
        if (certainty != EdgeCertainty.Scoped || found.Count == 0)
        {
            return null;
        }

        string[] types = [.. found.Select(unit => Given(scope.Symbols, unit)).Distinct()];
        return types is [{ Length: > 0 } only] ? only : null;
    }

    /// <summary>The name of a type without what is written before it.</summary>
    private static string Simple(string type) => type[(type.LastIndexOf(':') + 1)..];

    private static string Given(SymbolFinder symbols, int unit) =>
        symbols.Unit(unit).Kind.IsType() ? symbols.Unit(unit).Name : symbols.Names.Rules[symbols.Names.Set.FileOf(unit)].ReturnType(symbols.Names.Set.DeclarationOf(unit)!);

    /// <summary>The written type of a field: of the types around the use, of the type before the dot, or imported by its name.</summary>
    private static string? OfField(FileScope scope, CodeDeclaration? from, int part, string argument)
    {
        int dot = argument.LastIndexOf('.');
        TypeMembers members = scope.Symbols.Members;
        if (dot >= 0)
        {
            return ReceiverResolver.Find(scope, argument[..dot], argument[(dot + 1)..], from, part) is { Kind: NameScopeKind.Unit, Index: var owner } ? members.FieldOf(owner, argument[(dot + 1)..]) is var (own, _) ? Simple(own) : null : null;
        }

        for (CodeDeclaration? at = from; at is not null; at = at.Parent)
        {
            if (UnitBodies.IsContainer(at.Kind) && scope.TypeAround(at) is >= 0 and var type && members.FieldOf(type, argument) is var (typeName, _))
            {
                return Simple(typeName);
            }
        }

        foreach (ImportedName import in scope.Imports.Named(argument))
        {
            string path = import.Name is null ? import.Module : $"{import.Module}.{import.Name}";
            if (path.LastIndexOf('.') is > 0 and var end && TypeResolver.Find(scope, path[..end], null) is { Kind: NameScopeKind.Unit, Index: var declaring } && members.FieldOf(declaring, argument) is var (imported, _))
            {
                return Simple(imported);
            }
        }

        return null;
    }

    private static bool IsPath(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '[' or ']'))
            {
                return false;
            }
        }

        return text.Length > 0 && !char.IsDigit(text[0]);
    }
}
