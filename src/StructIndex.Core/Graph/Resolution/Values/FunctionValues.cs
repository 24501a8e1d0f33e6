namespace StructIndex;

/// <summary>
/// Finds the functions and types that expressions may be: those that were assigned to variables, fields and elements of containers, given as
/// arguments, and returned. All that may reach an expression counts, whatever happens in between (Andersen, Program Analysis and
/// Specialization for the C Programming Language, 1994), but for a variable that was assigned anew in the same block. Used by one thread.
/// </summary>
/// <param name="origin">The file whose calls are resolved.</param>
/// <param name="isWhole">
/// Whether variables and parameters of its functions count too. Of other files only what a change would show in their
/// <see cref="FileSurface"/> counts.
/// </param>
internal sealed partial class FunctionValues(FileScope origin, bool isWhole)
{
    /// <summary>Expressions that are looked at for one call.</summary>
    private const int MaxSteps = 200;

    /// <summary>Expressions that lead to one another.</summary>
    private const int MaxDepth = 20;

    /// <summary>What names in other places mean is asked without following values once more.</summary>
    private const int Plain = CallResolver.MaxAliases + 1;

    private readonly HashSet<(FileScope File, CodeDeclaration? From, string Text, string? Element)> _open = [];
    private readonly Dictionary<string, ValueExpression> _expressions = new(StringComparer.Ordinal);
    private readonly Dictionary<CodeDeclaration, List<CallSite>> _sites = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(object Place, string Name, int Offset), List<CodeValue>> _known = [];
    private int _steps;
    private bool _isCut;

    /// <summary>Adds what an expression calls that is written before parentheses.</summary>
    public void AddCalled(string expression, CodeDeclaration? from, int offset, List<int> found)
    {
        _steps = 0;
        Add(Of(expression, new ValueSite(origin, from, offset), 0), found);
    }

    /// <summary>The same for a member of an expression that is a known place or not.</summary>
    public void AddCalled(string owner, string name, NameScope place, CodeDeclaration? from, int offset, List<int> found)
    {
        _steps = 0;
        Add(Member(owner, name, place, new ValueSite(origin, from, offset), 0), found);
    }

    private void Add(List<CodeValue> values, List<int> found)
    {
        foreach (CodeValue value in values)
        {
            List<int> called = value.IsObject ? Members(value.Unit, "__call__") : value.Unit >= 0 ? [value.Unit] : [];
            found.AddRange(called.Where(unit => !found.Contains(unit)));
        }
    }

    private SymbolFinder Symbols => origin.Symbols;

    /// <summary>Whether the variables of the functions of a file count.</summary>
    private bool IsOpen(FileScope file) => isWhole && ReferenceEquals(file, origin);

    /// <summary>Counts a step; false where too many have been made, for the call or into the depth.</summary>
    private bool Step(int depth)
    {
        bool isWithin = ++_steps <= MaxSteps && depth <= MaxDepth;
        _isCut |= !isWithin;
        return isWithin;
    }

    /// <summary>Counts a step to an expression, or to an element of it; false too where it is being looked at already.</summary>
    private bool Open(string text, string? element, ValueSite site, int depth)
    {
        bool isNew = Step(depth) && _open.Add((site.File, site.From, text, element));
        _isCut |= !isNew;
        return isNew;
    }

    private List<CodeValue> Of(string text, ValueSite site, int depth)
    {
        if (!Open(text, null, site, depth))
        {
            return [];
        }

        if (!_expressions.TryGetValue(text, out ValueExpression expression))
        {
            _expressions[text] = expression = ValueExpression.Of(text);
        }

        List<CodeValue> values = expression.Kind switch
        {
            ValueExpressionKind.Name => Name(expression.Parts[0], site, depth + 1),
            ValueExpressionKind.Member => Member(expression.Parts[0], expression.Parts[1], site, depth + 1),
            ValueExpressionKind.Element => Element(expression.Parts[0], expression.Parts[1], site, depth + 1),
            ValueExpressionKind.Call => Call(expression.Parts[0], [.. expression.Parts.Skip(1)], site, depth + 1),
            ValueExpressionKind.Choice => [.. expression.Parts.SelectMany(part => Of(part, site, depth + 1))],
            ValueExpressionKind.Display => [CodeValue.Container(expression.Parts, site)],
            _ => [],
        };
        _open.Remove((site.File, site.From, text, null));
        return values.Count < 2 ? values : [.. values.Distinct()];
    }

    /// <summary>What a function gives, one of its parameters may be, or a name takes: kept where nothing was left out on the way.</summary>
    private List<CodeValue> Known((object Place, string Name, int Offset) asked, Func<List<CodeValue>> find)
    {
        if (_known.TryGetValue(asked, out List<CodeValue>? known))
        {
            return known;
        }

        bool wasCut = _isCut;
        _isCut = false;
        List<CodeValue> values = [.. find().Distinct()];
        if (!_isCut)
        {
            _known[asked] = values;
        }

        _isCut |= wasCut;
        return values;
    }

    private List<CodeValue> Name(string name, ValueSite site, int depth)
    {
        List<CodeValue> values = [];
        for (CodeDeclaration? scope = site.From; scope is not null; scope = scope.Parent)
        {
            bool isInside = ReferenceEquals(scope, site.From);
            if ((isInside || !UnitBodies.IsContainer(scope.Kind)) && Local(scope, name, site, isInside ? site.Offset : -1, depth, values))
            {
                return values;
            }
        }

        return site.File.Rules.SelfReceivers.Contains(name) && site.File.TypeAround(site.From) is >= 0 and var own ? [name == "cls" ? CodeValue.Of(own) : CodeValue.ObjectOf(own)]
            : Top(site.File, name, site.From is null ? site.Offset : -1, depth);
    }

    /// <summary>Whether a declaration has a variable, parameter or function by a name; adds what that may be.</summary>
    private bool Local(CodeDeclaration scope, string name, ValueSite site, int offset, int depth, List<CodeValue> values)
    {
        IReadOnlyList<ValueFlow> flows = site.File.Values.Of(scope, name);
        bool isSeen = UnitBodies.IsContainer(scope.Kind) || IsOpen(site.File), isKnown = flows.Count > 0;
        (IReadOnlyList<ValueFlow> reaching, bool isSet) = ReachingValues.At(site.File.Parsed.Source.Text, flows, offset);
        values.AddRange(isSeen ? reaching.SelectMany(flow => Of(flow, site.File, depth)) : []);
        if (!UnitBodies.IsContainer(scope.Kind) && site.File.Values.Parameters(scope).Find(parameter => parameter.Name == name) is { Name: not null } given)
        {
            isKnown = true;
            values.AddRange(isSeen && !isSet ? Known((scope, name, 0), () => Parameter(scope, given, site.File, depth)) : []);
        }

        foreach (int unit in Symbols.Names.ByFile.Of(Symbols.Names.Number(name), site.File.File))
        {
            if (ReferenceEquals(Symbols.Names.Set.DeclarationOf(unit)!.Parent, scope))
            {
                isKnown = true;
                values.Add(CodeValue.Of(unit));
            }
        }

        return isKnown;
    }

    /// <summary>What a name at the top of a file may be.</summary>
    private List<CodeValue> Top(FileScope file, string name, int offset, int depth)
    {
        if (!Step(depth))
        {
            return [];
        }

        (IReadOnlyList<ValueFlow> flows, bool isSet) = ReachingValues.At(file.Parsed.Source.Text, file.Values.Of(null, name), offset);
        List<CodeValue> values = [.. flows.SelectMany(flow => Of(flow, file, depth))];
        if (!isSet)
        {
            (List<int> found, EdgeCertainty certainty) = new CallResolver(file, Plain).Resolve(new CodeReference(CodeReferenceKind.Call, name, null, null, 0));
            values.AddRange(certainty == EdgeCertainty.Scoped ? found.Select(CodeValue.Of) : []);
        }

        foreach (ImportedName import in values.Count == 0 ? file.Imports.Named(name) : [])
        {
            if (import.Name is { } original && Symbols.Modules.Find(file.File, import.Module) is { Kind: NameScopeKind.File, Index: >= 0 and var from })
            {
                values.AddRange(Top(Symbols.ScopeOf(from), original, -1, depth + 1));
            }
        }

        return values;
    }

    private List<CodeValue> Of(ValueFlow flow, FileScope file, int depth) => Known((file, flow.Path, flow.Assigned.Value.Start), () => Taken(flow, file, depth));

    private List<CodeValue> Taken(ValueFlow flow, FileScope file, int depth)
    {
        string text = Text(flow.Assigned, file);
        ValueSite site = new(file, flow.Assigned.Scope, flow.Assigned.Value.Start);
        return flow.Assigned.Kind switch
        {
            AssignedValueKind.Elements => flow.Path.Length > 0 ? Paired(text, flow.Path, site, depth) : Element(text, null, site, depth),
            AssignedValueKind.Entered => Entered(text, site, depth),
            _ => Of(Part(text, flow.Path), site, depth),
        };
    }

    /// <summary>A part of an expression, as an expression.</summary>
    private static string Part(string text, string path) => path.Length == 0 ? text : ValueExpression.IsName(text) ? text + path : $"({text}){path}";

    private static string Text(in AssignedValue assigned, FileScope file) => file.Parsed.Source.Text.Substring(assigned.Value.Start, assigned.Value.Length);

    private List<CodeValue> Member(string owner, string name, ValueSite site, int depth) =>
        Member(owner, name, IsForeign(owner, site) ? NameScope.Unknown : ReceiverResolver.Find(site.File, owner, name, site.From, depth: Plain), site, depth);

    private List<CodeValue> Member(string owner, string name, NameScope place, ValueSite site, int depth)
    {
        if (place is { Kind: NameScopeKind.File, Index: >= 0 and var module })
        {
            return Top(Symbols.ScopeOf(module), name, -1, depth);
        }

        if (name == "__class__")
        {
            return [.. Of(owner, site, depth).Where(value => value.IsObject).Select(value => CodeValue.Of(value.Unit))];
        }

        if (place.Kind is NameScopeKind.Unit or NameScopeKind.Bases)
        {
            List<int> found = [];
            Symbols.In(site.File.File, place, name, found);
            return found.Count > 0 ? [.. found.Select(CodeValue.Of)] : place.Kind == NameScopeKind.Unit ? Field(place.Index, name, depth) : [];
        }

        List<CodeValue> values = [];
        foreach (CodeValue value in place.Kind == NameScopeKind.Unknown ? Of(owner, site, depth) : [])
        {
            if (value.Unit >= 0 && Symbols.Unit(value.Unit).Kind.IsType())
            {
                List<int> members = Members(value.Unit, name);
                values.AddRange(members.Count > 0 ? members.Select(CodeValue.Of) : Field(value.Unit, name, depth));
            }
        }

        return values;
    }

    /// <summary>Whether an expression begins with a variable of a function of another file.</summary>
    private bool IsForeign(string expression, ValueSite site)
    {
        int end = expression.AsSpan().IndexOfAny(".([ ");
        string first = end < 0 ? expression : expression[..end];
        return !IsOpen(site.File) && site.From is not null && !site.File.Rules.SelfReceivers.Contains(first) && first != "super" && site.File.Values.IsVariable(first, site.From);
    }

    private List<int> Members(int type, string name)
    {
        List<int> found = [];
        Symbols.In(origin.File, NameScope.Unit(type), name, found);
        return found;
    }

    /// <summary>What a field of a type, or of the nearest base that has it, may be.</summary>
    private List<CodeValue> Field(int type, string name, int depth)
    {
        List<int> types = [type];
        for (int at = 0; at < types.Count && types.Count <= MaxDepth; at++)
        {
            FileScope file = Symbols.ScopeOf(Symbols.Names.Set.FileOf(types[at]));
            if (Symbols.Names.Set.DeclarationOf(types[at]) is { } declaration && file.Values.Of(declaration, name) is { Count: > 0 } flows)
            {
                return [.. flows.SelectMany(flow => Of(flow, file, depth + 1))];
            }

            types.AddRange(Symbols.Members.BasesOf(types[at]).Where(next => !types.Contains(next)));
        }

        return [];
    }
}
