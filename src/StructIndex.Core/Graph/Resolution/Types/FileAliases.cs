namespace StructIndex;

/// <summary>The variables of a file that are other names for something: <c>const load = util.load</c>, <c>for item in items</c>.</summary>
internal sealed class FileAliases
{
    /// <summary>What a name stands for that a function imports for itself.</summary>
    public const string Import = "import";

    private readonly Dictionary<(CodeDeclaration? Scope, string Name), string?> _targets = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads the variables of a file.</summary>
    public FileAliases(ParsedFile file)
    {
        foreach (VariableType variable in file.Variables.Where(variable => variable.Part is null && IsAlias(variable)))
        {
            _names.Add(variable.Name);
            string target = variable.TypeName[1..];

            // One that stands for several things stands for none that is known.
            _targets[(variable.Scope, variable.Name)] = _targets.TryGetValue((variable.Scope, variable.Name), out string? known) && known != target ? null : target;
        }
    }

    /// <summary>Whether a variable is another name, and has no type of its own.</summary>
    public static bool IsAlias(VariableType variable) => IsAlias(variable.TypeName);

    /// <summary>Whether what is written as the type of a variable is what it stands for.</summary>
    public static bool IsAlias(string typeName) => typeName is ['=', ..];

    /// <summary>Whether any scope of the file has such a variable of that name.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whether a scope has such a variable of that name.</summary>
    public bool Has(CodeDeclaration? scope, string name) => _targets.ContainsKey((scope, name));

    /// <summary>
    /// What a name stands for, as written, and the scope in which it does, from the innermost out; null for nothing known.
    /// </summary>
    public (string Target, CodeDeclaration? Scope)? Of(string name, CodeDeclaration? from)
    {
        for (CodeDeclaration? scope = from; _names.Contains(name); scope = scope.Parent)
        {
            if (_targets.TryGetValue((scope, name), out string? target))
            {
                return target is null ? null : (target, scope);
            }

            if (scope is null)
            {
                break;
            }
        }

        return null;
    }
}
