namespace StructIndex.Benchmarks;

/// <summary>Finds the unit of an index that a place in a file belongs to.</summary>
internal sealed class WitnessUnits(CodeIndex index)
{
    private readonly ILookup<string, CodeUnit> _byPath = index.Units.ToLookup(unit => unit.Path, StringComparer.Ordinal);
    private readonly ILookup<CodeUnit, CodeUnit> _ofTrait = index.Graph.Edges.Where(edge => edge.Kind == EdgeKind.Overrides && edge.From.Language == "rust").ToLookup(edge => edge.From, edge => edge.To);

    private readonly Dictionary<(string Path, string Name), CodeUnit> _signatures = index.Units.Where(unit => unit.Language == "python" && unit.Kind.IsCallable())
        .GroupBy(unit => (unit.Path, unit.QualifiedName)).ToDictionary(same => same.Key, same => same.First());

    private readonly ILookup<string, CodeUnit> _types = index.Units.Where(unit => unit.Kind.IsType()).ToLookup(unit => unit.QualifiedName, StringComparer.Ordinal);

    /// <summary>The smallest unit around a line; of equal ones a declaration.</summary>
    public CodeUnit? At(string path, int line) => Smallest(Around(path, line));

    /// <summary>The smallest unit of that name around a declaration; null where it is no unit of its own.</summary>
    public CodeUnit? Of(WitnessPlace place) => place.Name.Length == 0 ? null
        : Smallest(Around(place.Path, place.Line).Where(unit => unit.Name == place.Name || (place.Name == "constructor" && unit.Kind == UnitKind.Constructor)));

    /// <summary>
    /// A constructor as its type: whether the one or the other is made is not compared. A method of Rust as that of the trait: the compiler
    /// says no more of a call through it. Of the signatures of one function of Python (<c>@overload</c>) the first.
    /// </summary>
    public CodeUnit Normal(CodeUnit unit) => unit.Kind != UnitKind.Constructor ? _ofTrait[unit].FirstOrDefault() ?? _signatures.GetValueOrDefault((unit.Path, unit.QualifiedName), unit)
        : Smallest(Around(unit.Path, unit.Lines.Start).Where(type => type.Kind.IsType() && type.Lines.End >= unit.Lines.End)) ?? _types[unit.Container].FirstOrDefault() ?? unit;

    /// <summary>
    /// Whether one of two units of C or C++ declares the function that the other one defines, or both define it in one file: of a definition for
    /// each platform one was compiled, and of what another file defines the compiler sees the declaration.
    /// </summary>
    public static bool AreOneFunction(CodeUnit one, CodeUnit other) =>
        one.QualifiedName == other.QualifiedName && (IsPrototype(one) || IsPrototype(other) || (one.Path == other.Path && one.Signature == other.Signature && one.Language is "c" or "cpp"));

    private static bool IsPrototype(CodeUnit unit) => unit is { Language: "c" or "cpp", Kind: UnitKind.Function or UnitKind.Method } && unit.Body.AsSpan().TrimEnd().EndsWith(';');

    private IEnumerable<CodeUnit> Around(string path, int line) => _byPath[path].Where(unit => unit.Lines.Start <= line && unit.Lines.End >= line);

    private static CodeUnit? Smallest(IEnumerable<CodeUnit> units) =>
        units.OrderBy(unit => unit.Lines.End - unit.Lines.Start).ThenBy(unit => unit.Kind == UnitKind.Module).FirstOrDefault();
}
