using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace StructIndex.Benchmarks;

/// <summary>Compiles the projects of a folder to IL with portable PDBs, without a build: sources and references as the project files say, as data.</summary>
internal static class IlCompiler
{
    private static readonly string[] s_others = ["test", "benchmark", "sample", "example", "demo", "docs", "fuzz", "perf", "build"];

    /// <summary>Compiles each project that is no test, sample or benchmark.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="output">Where the assemblies go.</param>
    /// <param name="onFailure">Told of each project that does not compile, with the reason.</param>
    /// <returns>The assemblies, and the assemblies that each references.</returns>
    public static async Task<List<(string Path, string[] References)>> CompileAsync(ISourceProvider source, string output, Action<string> onFailure)
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
        List<(string, string[])> compiled = [];
        foreach (CSharpProject project in model.Projects.Where(project => IsLibrary(project, source.RootDirectory!)))
        {
            string path = Path.Combine(output, project.File.AssemblyName + ".dll");
            using (FileStream image = File.Create(path), debug = File.Create(Path.ChangeExtension(path, ".pdb")))
            {
                // The default optimisation is none, so that every call stays where it is written.
                EmitResult result = project.Compilation!.Emit(image, debug, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: Path.ChangeExtension(path, ".pdb")));
                if (result.Success)
                {
                    compiled.Add((path, [.. project.Compilation.References.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>()]));
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

    private static bool IsLibrary(CSharpProject project, string root)
        => project.File.Path.Length > 0 && !Array.Exists(s_others, word => Path.GetRelativePath(root, project.File.Path).Contains(word, StringComparison.OrdinalIgnoreCase));
}
