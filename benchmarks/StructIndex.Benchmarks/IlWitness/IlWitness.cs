using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StructIndex.Benchmarks;

/// <summary>Holds the C# call graph against compiled code: every call in the IL of an assembly, mapped back to the units that its source lines belong to.</summary>
internal static class IlWitness
{
    public const string Help = "hold C# edges against the IL of assemblies: FOLDER --assemblies A.dll;B.dll built from it, or FOLDER.. without, to compile each folder's libraries here [--list N] [--out FILE.md]";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int list = int.Parse(options.Find("list") ?? "0", CultureInfo.InvariantCulture);
        StringBuilder report = new("| assembly | edges of the IL | ours | both | precision | recall |\n|-|-:|-:|-:|-:|-:|\n");
        (int Compiled, int Ours, int Both) all = default;
        Dictionary<(string What, string Kind), int> differences = [];
        foreach (string folder in options.Rest)
        {
            DirectorySource source = new(folder, new SourceOptions { Include = ["**/*.cs", "**/*.csproj", "**/*.props", "**/*.targets"] });
            string output = Directory.CreateTempSubdirectory("il-witness-").FullName;
            List<IlCompiler.Compiled> assemblies = options.Find("assemblies") is { } given
                ? [.. given.Split(';').Select(path => new IlCompiler.Compiled(path, [], []))]
                : await IlCompiler.CompileAsync(source, output, problem => report.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder)}: {problem} | | | | | |\n"));
            CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(source);
            foreach ((string path, string[] references, var stubbed) in assemblies)
            {
                (int compiled, int ours, int both) = Compare(index, path, references, stubbed, list, differences);
                all = (all.Compiled + compiled, all.Ours + ours, all.Both + both);
                report.Append(Row(Path.GetFileNameWithoutExtension(path) + (stubbed.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({stubbed.Count} members left out)") : ""), compiled, ours, both));
            }

            Directory.Delete(output, recursive: true);
        }

        report.Append(Row("all", all.Compiled, all.Ours, all.Both)).Append("\n| difference | kind | edges |\n|-|-|-:|\n");
        foreach (((string what, string kind), int count) in differences.OrderBy(entry => entry.Key.What, StringComparer.Ordinal).ThenByDescending(entry => entry.Value))
        {
            report.Append(CultureInfo.InvariantCulture, $"| {what} | {kind} | {count} |\n");
        }

        Console.Write(report);
        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, report.ToString());
        }

        return 0;
    }

    private static string Row(string name, int compiled, int ours, int both) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {compiled} | {ours} | {both} | {(double)both / ours:0.0000} | {(double)both / compiled:0.0000} |\n");

    private static (int Compiled, int Ours, int Both) Compare(CodeIndex index, string path, string[] references, List<(string Path, LineRange Lines)> stubbed, int list, Dictionary<(string What, string Kind), int> differences)
    {
        using IlAssembly assembly = new(path, references);
        IlUnits units = new(index, assembly);
        Dictionary<(CodeUnit, CodeUnit), string> compiled = CompiledEdges(assembly, units);
        Dictionary<(CodeUnit, CodeUnit), string> ours = OurEdges(index, units);
        ILookup<string, LineRange> leftOut = stubbed.ToLookup(member => member.Path, member => member.Lines, StringComparer.Ordinal);
        foreach (Dictionary<(CodeUnit From, CodeUnit), string> edges in (Dictionary<(CodeUnit, CodeUnit), string>[])[compiled, ours])
        {
            foreach (var edge in edges.Keys.Where(edge => !edge.From.Kind.IsType() && leftOut[edge.From.Path].Any(lines => lines.Start <= edge.From.Lines.End && lines.End >= edge.From.Lines.Start)).ToArray())
            {
                edges.Remove(edge);
            }
        }


        // new S() of a struct without a constructor is compiled to the same instruction as default(S): the IL cannot say. Nor can it say which member
        // runs that is called by what it overrides of another assembly.
        foreach ((CodeUnit, CodeUnit) unseen in ours.Keys.Where(edge => !compiled.ContainsKey(edge)
            && ((edge.Item2.Kind == UnitKind.Struct && ours[edge].StartsWith("Constructs", StringComparison.Ordinal)) || units.IsUnseen(edge.Item2))).ToArray())
        {
            ours.Remove(unseen, out string? kind);
            differences[("left out: IL cannot say", kind!)] = differences.GetValueOrDefault(("left out: IL cannot say", kind!)) + 1;
        }

        Explain("false", ours.Where(edge => !compiled.ContainsKey(edge.Key)), list, differences);
        Explain("missing", compiled.Where(edge => !ours.ContainsKey(edge.Key)), list, differences);
        return (compiled.Count, ours.Count, compiled.Keys.Count(ours.ContainsKey));
    }

    private static Dictionary<(CodeUnit, CodeUnit), string> CompiledEdges(IlAssembly assembly, IlUnits units)
    {
        Dictionary<(CodeUnit, CodeUnit), string> edges = [];
        foreach (MethodDefinitionHandle method in assembly.Methods)
        {
            IMethodSymbol? symbol = assembly.SymbolOf(method);
            foreach (IlCall call in assembly.CallsOf(method))
            {
                // The call of another constructor stands at no line of its own where the compiler wrote it.
                bool isChained = call.Instruction == ILOpCode.Call && symbol is { MethodKind: MethodKind.Constructor, ContainingType: var maker } && units.Of(symbol) is null
                    && assembly.DefinitionOf(call) is { } chained && assembly.SymbolOf(chained) is { MethodKind: MethodKind.Constructor } && units.Of(maker) is not null;
                CodeUnit? from = (isChained ? null : units.At(assembly.LineOf(method, call.Offset), symbol)) ?? (symbol is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: { } type } ? units.Of(type) : null);
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
                return units.At(assembly.FirstLineOf(target), symbol);
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

    private static void Explain(string what, IEnumerable<KeyValuePair<(CodeUnit From, CodeUnit To), string>> edges, int list, Dictionary<(string What, string Kind), int> differences)
    {
        foreach (var kind in edges.GroupBy(edge => edge.Value, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
        {
            differences[(what, kind.Key)] = differences.GetValueOrDefault((what, kind.Key)) + kind.Count();
            foreach (var ((from, to), _) in kind.Take(list))
            {
                Console.WriteLine($"{what}: {kind.Key}: {from.Path}:{from.Lines} {from.QualifiedName} -> {to.QualifiedName} ({to.Path}:{to.Lines})");
            }
        }
    }
}
