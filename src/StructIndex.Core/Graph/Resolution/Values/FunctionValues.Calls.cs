namespace StructIndex;

/// <content>What functions are given, and what they give.</content>
internal sealed partial class FunctionValues
{
    /// <summary>Calls of one function that are looked at.</summary>
    private const int MaxSites = 64;

    private static readonly string[] s_functionTypes = ["Callable", "Any", "type[", "Type[", "object"];

    /// <summary>What a call may give.</summary>
    private List<CodeValue> Call(string callee, List<string> arguments, ValueSite site, int depth)
    {
        List<CodeValue> values = [];
        List<CodeValue> called = Of(callee, site, depth);
        called = called.Count < 2 ? called : [.. called.Where(value => !(value.Unit >= 0 && Symbols.Names.Set.DeclarationOf(value.Unit) is { } declaration && Symbols.Names.Rules[Symbols.Names.Set.FileOf(value.Unit)].IsStub(declaration)))];
        foreach (CodeValue value in called)
        {
            values.AddRange(value.Unit < 0 ? []
                : value.IsObject ? Members(value.Unit, "__call__").SelectMany(unit => Results(unit, depth))
                : Symbols.Unit(value.Unit).Kind.IsType() ? [CodeValue.ObjectOf(value.Unit)]
                : Results(value.Unit, depth));
        }

        return called.Count > 0 ? values : OfLibrary(callee, arguments, site, depth);
    }

    /// <summary>What functions and methods of the library give that hand on what they are given.</summary>
    private List<CodeValue> OfLibrary(string callee, List<string> arguments, ValueSite site, int depth)
    {
        int dot = callee.LastIndexOf('.');
        string owner = dot < 0 ? "" : callee[..dot], name = callee[(dot + 1)..], first = arguments.Count > 0 ? arguments[0] : "";
        return name switch
        {
            "dict" when dot < 0 => [CodeValue.Container([.. arguments.Select(KeywordItem)], site)],
            "list" or "tuple" or "set" or "frozenset" or "sorted" or "reversed" or "iter" when dot < 0 && first.Length > 0 => [CodeValue.Container([$"*{first}"], site)],
            "map" when dot < 0 && first.Length > 0 => [CodeValue.Container([$"*[{first}()]"], site)],
            "filter" when dot < 0 && arguments.Count > 1 => [CodeValue.Container([$"*{arguments[1]}"], site)],
            "next" when dot < 0 && first.Length > 0 => Element(first, null, site, depth),
            "type" when dot < 0 && arguments.Count == 1 => Member(first, "__class__", site, depth),
            "getattr" when dot < 0 && arguments.Count > 1 && arguments[1] is ['"' or '\'', .., '"' or '\''] => Member(first, arguments[1][1..^1], site, depth),
            "partial" when first.Length > 0 => Of(first, site, depth),
            "values" when dot > 0 => [CodeValue.Container([$"*{owner}"], site)],
            "copy" when dot > 0 => [CodeValue.Container([$"**{owner}"], site)],
            "get" or "pop" or "setdefault" or "popleft" when dot > 0 => [.. Element(owner, first.Length > 0 ? first : null, site, depth), .. arguments.Count > 1 ? Of(arguments[1], site, depth) : []],
            _ => [],
        };
    }

    private static string KeywordItem(string argument) => ValueExpression.Argument(argument) is ({ } name, var value) ? $"\"{name}\": {value}" : $"**{argument.TrimStart('*')}";

    /// <summary>What a function may return, or hold where it yields.</summary>
    private List<CodeValue> Results(int function, int depth)
    {
        int number = Symbols.Names.Set.FileOf(function);
        FileScope file = Symbols.ScopeOf(number);
        return Symbols.Names.Set.DeclarationOf(function) is { } declaration ? Known((declaration, "", 0), () => Results(function, declaration, file, depth)) : [];
    }

    private List<CodeValue> Results(int function, CodeDeclaration declaration, FileScope file, int depth)
    {
        IReadOnlyList<AssignedValue> results = file.Values.Results(declaration);
        List<CodeValue> values = [];
        foreach (AssignedValue result in results)
        {
            ValueSite site = new(file, declaration, result.Value.Start);
            string text = Text(result, file);
            values.AddRange(result.Kind == AssignedValueKind.Yielded ? [CodeValue.Container([$"*[{text}]"], site)] : Of(text, site, depth + 1));
        }

        if (results.Count == 0 && declaration.Signature.Contains("lambda", StringComparison.Ordinal) && declaration.Body.Length > 0)
        {
            values.AddRange(Of(file.Parsed.Source.Text.Substring(declaration.Body.Start, declaration.Body.Length), new ValueSite(file, declaration, declaration.Body.Start), depth + 1));
        }

        string annotation = FunctionParameter.Result(declaration, file.Parsed.Source.Text);
        values = annotation.Length == 0 ? values : [.. Annotated(values, annotation)];
        return values.Count > 0 || annotation.Length == 0 ? values : Declared(function, annotation, new ValueSite(file, declaration.Parent, -1));
    }

    /// <summary>Of what is annotated with another type than that of functions only the functions and types count: objects are what the type says.</summary>
    private static IEnumerable<CodeValue> Annotated(List<CodeValue> values, string annotation) =>
        s_functionTypes.Any(type => annotation.Contains(type, StringComparison.Ordinal)) ? values : values.Where(value => value is { Unit: >= 0, IsObject: false });

    /// <summary>The object that a function says it gives, or the objects in a container.</summary>
    private List<CodeValue> Declared(int function, string annotation, ValueSite site)
    {
        if (ValueTypes.Of(Symbols, function, Plain) is { Kind: NameScopeKind.Unit, Index: var type })
        {
            return [CodeValue.ObjectOf(type)];
        }

        if (ValueExpression.Of(annotation) is not { Kind: ValueExpressionKind.Element, Parts: [_, var inner] })
        {
            return [];
        }

        string held = inner[(inner.LastIndexOf(',') + 1)..].Trim();
        ReadOnlySpan<char> name = held.AsSpan(held.LastIndexOf('.') + 1);
        return ValueExpression.IsName(name) && char.IsUpper(name[0]) ? [CodeValue.Container([$"*[{held}()]"], site)] : [];
    }

    /// <summary>What a parameter may be: what calls in its file give for it, and its default.</summary>
    private List<CodeValue> Parameter(CodeDeclaration function, FunctionParameter parameter, FileScope file, int depth)
    {
        List<CodeValue> values = parameter.Default is { } otherwise ? Of(otherwise, new ValueSite(file, function.Parent, function.Span.Start), depth) : [];
        List<FunctionParameter> parameters = file.Values.Parameters(function);
        foreach (CallSite call in Sites(function, file))
        {
            switch (parameter.Stars)
            {
                case 0:
                    values.AddRange(Argument(call, parameter, depth));
                    break;
                case 1:
                    values.Add(CodeValue.Container([.. call.Arguments.Skip(parameter.Index).Where(argument => ValueExpression.Argument(argument).Name is null)], call.Site));
                    break;
                default:
                    IEnumerable<string> keywords = call.Arguments.Where(argument => argument.StartsWith("**", StringComparison.Ordinal)
                        || (ValueExpression.Argument(argument).Name is { } name && !parameters.Exists(other => other.Name == name)));
                    values.Add(CodeValue.Container([.. keywords.Select(KeywordItem)], call.Site));
                    break;
            }
        }

        values.AddRange(values.Count == 0 && parameter.Stars == 0 ? Fixture(function, parameter.Name, file, depth) : []);
        return parameter.Annotation.Length == 0 || parameter.Stars > 0 ? values : [.. Annotated(values, parameter.Annotation)];
    }

    private List<CodeValue> Argument(CallSite call, FunctionParameter parameter, int depth)
    {
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            (string? name, string value) = ValueExpression.Argument(call.Arguments[i]);
            if (value.StartsWith("**", StringComparison.Ordinal))
            {
                return Element(value[2..], $"\"{parameter.Name}\"", call.Site, depth);
            }

            if (value[0] == '*' && i <= parameter.Index)
            {
                return Element(value[1..], Key(parameter.Index - i), call.Site, depth);
            }

            if (name == parameter.Name || (name is null && i == parameter.Index))
            {
                return Of(value, call.Site, depth);
            }
        }

        return [];
    }

    /// <summary>The calls of a function in its file; a decorator is given what it decorates.</summary>
    private List<CallSite> Sites(CodeDeclaration function, FileScope file)
    {
        if (_sites.TryGetValue(function, out List<CallSite>? known))
        {
            return known;
        }

        List<CallSite> sites = _sites[function] = [];
        int unit = Symbols.Names.Set.IndexOf(function);
        bool isConstructor = file.Rules.ConstructorNames.Contains(function.Name) && function.Parent is not null;
        int called = isConstructor ? Symbols.Names.Set.IndexOf(function.Parent!) : unit;
        CallResolver resolver = new(file, Plain);
        foreach (CodeReference reference in file.Values.Calls(isConstructor ? function.Parent!.Name : function.Name).Take(MaxSites))
        {
            if (CallArguments.Of(file.Parsed.Source.Text, reference.Offset + reference.Name.Length) is { } arguments && resolver.Resolve(reference).Found.Exists(found => found == called || found == unit))
            {
                sites.Add(new CallSite(arguments, new ValueSite(file, reference.From, reference.Offset)));
            }
        }

        IEnumerable<(CodeDeclaration Decorated, bool IsMade)> decorated = file.Values.Decorated(function.Name).Where(one => !one.IsMade);
        if (function.Parent is { } outer && !outer.Kind.IsType() && file.Values.Results(outer).Any(result => Text(result, file) == function.Name))
        {
            // What makes a decorator gives this one.
            decorated = decorated.Concat(file.Values.Decorated(outer.Name).Where(one => one.IsMade));
        }

        sites.AddRange(decorated.Select(one => new CallSite([one.Decorated.Name], new ValueSite(file, one.Decorated.Parent, -1))));
        return sites;
    }
}
