using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>The values that the names of a file take, by the declaration around them; those of fields by their type.</summary>
internal sealed class FileValues
{
    /// <summary>Of a name that takes more values in one declaration, and of a function that returns more, the first count.</summary>
    private const int MaxValues = 64;

    /// <summary>Of what is put into one container beside what it is written out with.</summary>
    private const int MaxParts = 256;

    /// <summary>Longer arguments (UTF-16 units) are not looked into.</summary>
    private const int MaxArgument = 1_000;

    // Methods of the library by which a container takes an element, and those by which it takes all of another.
    private static readonly string[] s_adding = ["append", "appendleft", "add"];
    private static readonly string[] s_merging = ["extend", "update"];

    private readonly Dictionary<(CodeDeclaration? Scope, string Name), List<ValueFlow>> _wholes = [];
    private readonly Dictionary<(CodeDeclaration? Scope, string Name), List<ValueFlow>> _parts = [];
    private readonly Dictionary<CodeDeclaration, List<AssignedValue>> _results = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<CodeReference>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(CodeDeclaration Decorated, bool IsMade)>> _decorated = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CodeDeclaration, List<FunctionParameter>> _parameters = new(ReferenceEqualityComparer.Instance);
    private readonly string _text;

    /// <summary>Reads the values of a file.</summary>
    public FileValues(ParsedFile file)
    {
        _text = file.Source.Text;
        foreach (AssignedValue assigned in file.Values)
        {
            if (assigned.Kind is AssignedValueKind.Returned or AssignedValueKind.Yielded)
            {
                if (assigned.Scope is { } function)
                {
                    AddTo(_results, function, assigned, MaxValues);
                }
            }
            else
            {
                Take(assigned.Target, assigned, "", file.Rules);
            }
        }

        foreach (CodeDeclaration declaration in file.Declarations)
        {
            foreach (string attribute in declaration.Attributes)
            {
                int open = attribute.IndexOf('(', StringComparison.Ordinal);
                AddTo(_decorated, open < 0 ? attribute : attribute[..open], (declaration, open >= 0), MaxValues);
            }
        }

        foreach (CodeReference reference in file.References)
        {
            if (reference.Kind is CodeReferenceKind.Call or CodeReferenceKind.Construct)
            {
                (_calls.TryGetValue(reference.Name, out List<CodeReference>? known) ? known : _calls[reference.Name] = []).Add(reference);
                AddGiven(reference, file.Rules);
            }
        }
    }

    /// <summary>What a name of a declaration is, or a field of a type; in the order of the file.</summary>
    public IReadOnlyList<ValueFlow> Of(CodeDeclaration? scope, string name) => _wholes.TryGetValue((scope, name), out List<ValueFlow>? flows) ? flows : [];

    /// <summary>What a name of a declaration, or a field of a type, holds beside what it is written out with.</summary>
    public IReadOnlyList<ValueFlow> In(CodeDeclaration? scope, string name) => _parts.TryGetValue((scope, name), out List<ValueFlow>? flows) ? flows : [];

    /// <summary>What a function returns and yields.</summary>
    public IReadOnlyList<AssignedValue> Results(CodeDeclaration function) => _results.TryGetValue(function, out List<AssignedValue>? results) ? results : [];

    /// <summary>The parameters of a function.</summary>
    public List<FunctionParameter> Parameters(CodeDeclaration function) => _parameters.GetOrAdd(function, static (function, text) => FunctionParameter.Of(function, text), _text);

    /// <summary>Whether a function around a place has a parameter, or a variable that takes a value, by a name.</summary>
    public bool IsVariable(string name, CodeDeclaration? from)
    {
        for (CodeDeclaration? scope = from; scope is not null; scope = scope.Parent)
        {
            if (!UnitBodies.IsContainer(scope.Kind) && (_wholes.ContainsKey((scope, name)) || Parameters(scope).Exists(parameter => parameter.Name == name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a decorator stands before, by its name, and whether it is made by a call of that name: <c>@option("x")</c>.</summary>
    public IReadOnlyList<(CodeDeclaration Decorated, bool IsMade)> Decorated(string name) => _decorated.TryGetValue(name, out List<(CodeDeclaration Decorated, bool IsMade)>? decorated) ? decorated : [];

    /// <summary>The calls by a name.</summary>
    public IReadOnlyList<CodeReference> Calls(string name) => _calls.TryGetValue(name, out List<CodeReference>? calls) ? calls : [];

    /// <summary>The field that an expression names on the own object, and the type around it; null for another expression.</summary>
    public static (CodeDeclaration Type, string Field)? Field(LanguageRules rules, string expression, CodeDeclaration? from)
    {
        int dot = expression.IndexOf('.', StringComparison.Ordinal);
        CodeDeclaration? type = from;
        while (type is not null && !type.Kind.IsType())
        {
            type = type.Parent;
        }

        return dot > 0 && type is not null && rules.SelfReceivers.Contains(expression[..dot]) && ValueExpression.IsName(expression.AsSpan(dot + 1)) ? (type, expression[(dot + 1)..]) : null;
    }

    /// <summary>Gives each of the names that take a value apart its part of it: <c>first, (second, *rest) = steps</c>.</summary>
    private void Take(string target, in AssignedValue assigned, string path, LanguageRules rules)
    {
        if (ValueExpression.Of(target) is not { Kind: ValueExpressionKind.Display, Parts: var names })
        {
            Add(target, assigned, path, rules);
            return;
        }

        for (int i = 0; i < names.Count; i++)
        {
            bool isRest = names[i][0] == '*';
            Take(isRest ? names[i][1..] : names[i], assigned, isRest ? $"{path}[{i}:]" : $"{path}[{i}]", rules);
        }
    }

    /// <summary>What a call of a method gives to a container: <c>steps.append(load)</c>.</summary>
    private void AddGiven(CodeReference reference, LanguageRules rules)
    {
        bool isMerging = s_merging.Contains(reference.Name);
        if (reference.Receiver is not { } container || !(isMerging || s_adding.Contains(reference.Name)))
        {
            return;
        }

        int open = reference.Offset + reference.Name.Length, close = open < _text.Length && _text[open] == '(' ? Brackets.Close(_text.AsSpan(open, Math.Min(MaxArgument, _text.Length - open)), 0) : -1;
        if (close > 1)
        {
            AssignedValue given = new(container, new SourceSpan(open + 1, open + close), reference.From, isMerging ? AssignedValueKind.Merged : AssignedValueKind.Whole);
            Add(isMerging ? container : $"{container}[]", given, "", rules);
        }
    }

    private void Add(string target, in AssignedValue assigned, string path, LanguageRules rules)
    {
        string? key = null;
        bool isPart = assigned.Kind == AssignedValueKind.Merged;
        if (target is [.., ']'] && ValueExpression.Of(target) is { Kind: ValueExpressionKind.Element, Parts: [var container, var written] })
        {
            // No key is any key.
            (target, key, isPart) = (container, written.Length == 0 ? null : written, true);
        }

        (CodeDeclaration? Scope, string Name) place = Field(rules, target, assigned.Scope) is var (type, field) ? (type, field) : (assigned.Scope, target);
        Dictionary<(CodeDeclaration? Scope, string Name), List<ValueFlow>> flows = isPart ? _parts : _wholes;
        AddTo(flows, place, new ValueFlow(assigned, path, key), isPart ? MaxParts : MaxValues);
    }

    private static void AddTo<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T value, int most)
        where TKey : notnull
    {
        List<T> list = lists.TryGetValue(key, out List<T>? known) ? known : lists[key] = [];
        if (list.Count < most)
        {
            list.Add(value);
        }
    }
}
