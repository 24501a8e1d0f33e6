using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace StructIndex.Benchmarks;

/// <summary>Compiles the projects of a folder to IL with portable PDBs, without a build: sources and references as the project files say, as data.</summary>
internal static class IlCompiler
{
    private static readonly Lazy<ISourceGenerator[]> s_generators = new(ReadGenerators);
    private static readonly string[] s_others = ["test", "benchmark", "sample", "example", "demo", "docs", "fuzz", "perf", "build"];

    /// <summary>Compiles each project that is no test, sample or benchmark.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="output">Where the assemblies go.</param>
    /// <param name="onFailure">Told of each project that does not compile, with the reason.</param>
    /// <returns>The assemblies.</returns>
    public static async Task<List<Compiled>> CompileAsync(ISourceProvider source, string output, Action<string> onFailure)
    {
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            if (file.Language == CSharpParser.Language)
            {
                files.Add(file);
            }
        }

        ProjectModel model = ProjectModel.Discover([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], source.RootDirectory, []);
        CSharpParser.Parse(model, PackageFolder.Default, null, null, CancellationToken.None);
        List<Compiled> compiled = [];
        foreach (CSharpProject project in model.Projects.Where(project => IsLibrary(project, source.RootDirectory!)))
        {
            string path = Path.Combine(output, project.File.AssemblyName + ".dll");
            using (FileStream image = File.Create(path), debug = File.Create(Path.ChangeExtension(path, ".pdb")))
            {
                // The default optimisation is none, so that every call stays where it is written.
                List<(string Path, LineRange Lines)> stubbed = [];
                CSharpCompilation compilation = IlStubs.Add(Complete(project), stubbed);
                EmitResult result = compilation.Emit(image, debug, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: Path.ChangeExtension(path, ".pdb")));
                if (result.Success)
                {
                    compiled.Add(new Compiled(path, [.. compilation.References.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>()], stubbed));
                    continue;
                }

                Diagnostic[] errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
                string kinds = string.Join(", ", errors.GroupBy(error => error.Id).OrderByDescending(group => group.Count()).Take(4).Select(group => $"{group.Count()} {group.Key} ({group.First().GetMessage(System.Globalization.CultureInfo.InvariantCulture)})"));
                onFailure($"{project.File.AssemblyName} was left out: {errors.Length} errors: {kinds}");
            }

            File.Delete(path);
            File.Delete(Path.ChangeExtension(path, ".pdb"));
        }

        return compiled;
    }

    /// <summary>The compilation with what only emitting needs: encodings, code of the framework's own source generators, and no warning as an error.</summary>
    private static CSharpCompilation Complete(CSharpProject project)
    {
        CSharpCompilation compilation = project.Compilation!;
        IEnumerable<SyntaxTree> trees = compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(SourceText.From(tree.ToString(), Encoding.UTF8), project.Options, tree.FilePath));
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        CSharpGeneratorDriver.Create(s_generators.Value, parseOptions: project.Options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        Dictionary<string, ReportDiagnostic> others = generated.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.Id).Distinct().ToDictionary(id => id, _ => ReportDiagnostic.Suppress);
        return ((CSharpCompilation)generated).WithOptions(compilation.Options.WithSpecificDiagnosticOptions(others));
    }

    /// <summary>The source generators that come with the SDK: regular expressions, JSON, logging, interop.</summary>
    private static ISourceGenerator[] ReadGenerators()
    {
        string packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs"));
        string[] files = Directory.Exists(packs) ? Directory.GetFiles(packs, "*.dll", SearchOption.AllDirectories) : [];
        return [.. files.Where(file => file.Contains("analyzers", StringComparison.Ordinal) && Path.GetFileName(file).Contains("Generat", StringComparison.Ordinal) && !file.EndsWith(".resources.dll", StringComparison.Ordinal))
            .SelectMany(file => new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp))];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Generators are loaded where the program runs on the framework, untrimmed.")]
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    /// <summary>An assembly, what it references, and the members that were left out of it.</summary>
    internal sealed record Compiled(string Path, string[] References, List<(string Path, LineRange Lines)> Stubbed);

    private static bool IsLibrary(CSharpProject project, string root)
        => project.File.Path.Length > 0 && !Array.Exists(s_others, word => Path.GetRelativePath(root, project.File.Path).Contains(word, StringComparison.OrdinalIgnoreCase));
}
