using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StructIndex.Benchmarks;

/// <summary>Holds the C# call graph against compiled code: every call in the IL of an assembly, mapped back to the units that its source lines belong to.</summary>
internal static class IlWitness
{
    public const string Help = "hold C# edges against the IL of assemblies built from a folder: FOLDER --assemblies A.dll;B.dll [--list N] [--out FILE.md]";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string folder = options.Rest[0];
        int list = int.Parse(options.Find("list") ?? "0", CultureInfo.InvariantCulture);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(new DirectorySource(folder, new SourceOptions { Include = ["**/*.cs", "**/*.csproj", "**/*.props", "**/*.targets"] }));
        StringBuilder report = new("| assembly | edges of the IL | ours | both | precision | recall |\n|-|-:|-:|-:|-:|-:|\n");
        foreach (string path in options.Get("assemblies").Split(';'))
        {
            using IlAssembly assembly = new(path);
            IlUnits units = new(index, assembly);
            Dictionary<(CodeUnit, CodeUnit), string> compiled = CompiledEdges(assembly, units);
            Dictionary<(CodeUnit, CodeUnit), string> ours = OurEdges(index, units);
            // new S() of a struct without a constructor is compiled to the same instruction as default(S): the IL cannot say.
            foreach ((CodeUnit, CodeUnit) unseen in ours.Keys.Where(edge => edge.Item2.Kind == UnitKind.Struct && !compiled.ContainsKey(edge) && ours[edge].StartsWith("Constructs", StringComparison.Ordinal)).ToArray())
            {
                ours.Remove(unseen);
            }

            int both = compiled.Keys.Count(ours.ContainsKey);
            report.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(path)} | {compiled.Count} | {ours.Count} | {both} | {(double)both / ours.Count:0.0000} | {(double)both / compiled.Count:0.0000} |\n");
            Explain("false", ours.Where(edge => !compiled.ContainsKey(edge.Key)), list);
            Explain("missing", compiled.Where(edge => !ours.ContainsKey(edge.Key)), list);
        }

        Console.Write(report);
        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, report.ToString());
        }

        return 0;
    }

    private static Dictionary<(CodeUnit, CodeUnit), string> CompiledEdges(IlAssembly assembly, IlUnits units)
    {
        Dictionary<(CodeUnit, CodeUnit), string> edges = [];
        foreach (MethodDefinitionHandle method in assembly.Methods)
        {
            IMethodSymbol? symbol = assembly.SymbolOf(method);
            foreach (IlCall call in assembly.CallsOf(method))
            {
                CodeUnit? from = units.At(assembly.LineOf(method, call.Offset), symbol) ?? (symbol is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: { } type } ? units.Of(type) : null);
                if (from is not null && assembly.DefinitionOf(call) is { } target && Called(assembly, units, target, call.Instruction) is { } to && !ReferenceEquals(from, to) && !ReferenceEquals(units.Normal(from), to))
                {
                    edges.TryAdd((from, to), $"{call.Instruction} {to.Kind}");
                }
            }
        }

        return edges;
    }

    private static CodeUnit? Called(IlAssembly assembly, IlUnits units, MethodDefinitionHandle target, ILOpCode instruction)
    {
        IMethodSymbol? symbol = assembly.SymbolOf(target);
        if (symbol is null || units.Of(symbol) is { } unit)
        {
            return symbol is null ? null : units.Of(symbol);
        }

        switch (symbol)
        {
            case { ContainingType.TypeKind: TypeKind.Delegate }:
                return symbol.MethodKind == MethodKind.DelegateInvoke ? units.Of(symbol.ContainingType) : null;
            case { MethodKind: MethodKind.Constructor }:
                // A constructor that nobody wrote: made, it stands for its type; as a base it has no code to run. A primary constructor is the type's own.
                return instruction == ILOpCode.Newobj || symbol.Parameters.Length > 0 ? units.Of(symbol.ContainingType) : null;
            case { AssociatedSymbol: IPropertySymbol { IsImplicitlyDeclared: false } }:
                return units.Of(symbol.ContainingType);
            case { CanBeReferencedByName: false }:
                // Bodies of lambdas, local functions and iterators have no name of their own: their lines say where they are.
                return units.At(assembly.LineOf(target, first: true), symbol);
            default:
                return null;
        }
    }

    private static Dictionary<(CodeUnit, CodeUnit), string> OurEdges(CodeIndex index, IlUnits units)
    {
        Dictionary<(CodeUnit, CodeUnit), string> edges = [];
        foreach (CodeEdge edge in index.Graph.Edges)
        {
            CodeUnit to = units.Normal(edge.To);
            if (edge.Kind is EdgeKind.Calls or EdgeKind.Constructs && edge.Certainty is EdgeCertainty.Exact or EdgeCertainty.Dispatch or EdgeCertainty.Delegate
                && units.Paths.Contains(edge.From.Path) && units.Paths.Contains(to.Path) && !ReferenceEquals(edge.From, to) && !ReferenceEquals(units.Normal(edge.From), to))
            {
                edges.TryAdd((edge.From, to), $"{edge.Kind} {edge.Certainty} {to.Kind}");
            }
        }

        return edges;
    }

    private static void Explain(string what, IEnumerable<KeyValuePair<(CodeUnit From, CodeUnit To), string>> edges, int list)
    {
        foreach (var kind in edges.GroupBy(edge => edge.Value, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
        {
            Console.WriteLine($"{what}: {kind.Count()} {kind.Key}");
            foreach (var ((from, to), _) in kind.Take(list))
            {
                Console.WriteLine($"    {from.Path}:{from.Lines} {from.QualifiedName} -> {to.QualifiedName} ({to.Path}:{to.Lines})");
            }
        }
    }
}
