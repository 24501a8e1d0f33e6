using System.Diagnostics.CodeAnalysis;

namespace StructIndex;

/// <summary>What a parser found in one file.</summary>
public sealed class ParsedFile
{
    /// <summary>The file.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>The rules of its language.</summary>
    /// <value>By default, and when set to null, rules that know nothing of the language.</value>
    [AllowNull]
    public LanguageRules Rules
    {
        get => field ??= LanguageRules.Default(Source.Language);
        init;
    }

    /// <summary>The declarations, in the order of their starts; a parent comes before what it holds.</summary>
    public IReadOnlyList<CodeDeclaration> Declarations { get; init; } = [];

    /// <summary>Uses of names, unresolved. Empty where a <see cref="IEdgeBinder"/> finds the edges.</summary>
    public IReadOnlyList<CodeReference> References { get; init; } = [];

    /// <summary>Names brought in from elsewhere.</summary>
    public IReadOnlyList<ImportedName> Imports { get; init; } = [];

    /// <summary>Types of variables, fields and parameters where the syntax tells.</summary>
    public IReadOnlyList<VariableType> Variables { get; init; } = [];

    /// <summary>Expressions and what takes their values. Empty where functions are not followed as values, see <see cref="ScopeTraits.FunctionValues"/>.</summary>
    public IReadOnlyList<AssignedValue> Values { get; init; } = [];

    /// <summary>
    /// Documentation of the file as a whole (a module docstring, a file comment), without marks; empty when there is none.
    /// </summary>
    public string Documentation { get; init; } = "";

    /// <summary>
    /// Offsets where code outside declarations may be cut: starts of top-level statements, headings, keys or tables, ascending.
    /// </summary>
    public IReadOnlyList<int> Breaks { get; init; } = [];

    /// <summary>What could not be parsed, or was cut.</summary>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];
}
