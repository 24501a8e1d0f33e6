using Microsoft.CodeAnalysis;

namespace StructIndex.Benchmarks;

/// <summary>Finds the unit of an index that a symbol or a source line of a compiled assembly belongs to.</summary>
internal sealed class IlUnits
{
    private readonly Dictionary<string, CodeUnit> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CodeUnit>> _byPath;
    private readonly Dictionary<string, string?> _paths = new(StringComparer.Ordinal);
    private readonly IlAssembly _assembly;

    public IlUnits(CodeIndex index, IlAssembly assembly)
    {
        _assembly = assembly;
        foreach (CodeUnit unit in index.Units.Where(unit => unit.Language == CSharpParser.Language))
        {
            _byId.TryAdd(unit.Id, unit);
        }

        _byPath = index.Units.GroupBy(unit => unit.Path, StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.ToList(), StringComparer.Ordinal);
        Paths = assembly.Documents.Select(PathOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Files of the index that the assembly was compiled from.</summary>
    public HashSet<string> Paths { get; }

    /// <summary>The smallest unit around a line; of equal ones that of the symbol.</summary>
    public CodeUnit? At((string Document, int Line)? place, ISymbol? symbol)
    {
        if (place is not { } at || PathOf(at.Document) is not { } path)
        {
            return null;
        }

        string? id = symbol?.GetDocumentationCommentId();
        return _byPath[path].Where(unit => unit.Lines.Start <= at.Line && unit.Lines.End >= at.Line)
            .OrderBy(unit => unit.Lines.End - unit.Lines.Start).ThenBy(unit => unit.Id == id ? 0 : 1).FirstOrDefault();
    }

    /// <summary>The unit of a symbol: of its property or event, of the member that it overrides first of all, of the type for what the type alone declares.</summary>
    public CodeUnit? Of(ISymbol symbol)
    {
        ISymbol named = LeastOverridden(symbol is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : symbol).OriginalDefinition;
        return _byId.GetValueOrDefault(named.GetDocumentationCommentId() ?? "");
    }

    /// <summary>A unit as the member that it overrides first of all, which is what compiled code names.</summary>
    public CodeUnit Normal(CodeUnit unit)
    {
        // Of a member declared once for each of several symbols (#if) the first stands for all.
        int mark = unit.Id.LastIndexOf('~');
        unit = mark > 0 && int.TryParse(unit.Id.AsSpan(mark + 1), out _) && _byId.TryGetValue(unit.Id[..mark], out CodeUnit? first) ? first : unit;
        return _assembly.Symbols.GetValueOrDefault(unit.Id) is { } symbol ? Of(symbol) ?? unit : unit;
    }

    /// <summary>
    /// Whether IL calls a member by one of another assembly that it overrides or implements (<c>object.Equals</c>, <c>IDisposable.Dispose</c>), or by none at
    /// all: an event that is raised is a field that is read.
    /// </summary>
    public bool IsUnseen(CodeUnit unit)
    {
        if (unit.Kind == UnitKind.Event || _assembly.Symbols.GetValueOrDefault(unit.Id) is not { } symbol)
        {
            return unit.Kind == UnitKind.Event;
        }

        return Overridden(LeastOverridden(symbol)) is not null
            || symbol.ContainingType is { } type && type.AllInterfaces.Where(contract => !SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, symbol.ContainingAssembly))
                .SelectMany(contract => contract.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
    }

    private static ISymbol LeastOverridden(ISymbol symbol)
    {
        while (Overridden(symbol) is { } over && SymbolEqualityComparer.Default.Equals(over.ContainingAssembly, symbol.ContainingAssembly))
        {
            symbol = over;
        }

        return symbol;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        IEventSymbol @event => @event.OverriddenEvent?.OriginalDefinition,
        _ => null,
    };

    // The compiler may have been told to write other roots (/_/src/A.cs), so the longest end that names a file of the index counts.
    private string? PathOf(string document)
    {
        if (!_paths.TryGetValue(document, out string? path))
        {
            string[] parts = document.Replace('\\', '/').Split('/');
            path = Enumerable.Range(0, parts.Length).Select(from => string.Join('/', parts[from..])).FirstOrDefault(_byPath.ContainsKey);
            _paths.Add(document, path);
        }

        return path;
    }
}
