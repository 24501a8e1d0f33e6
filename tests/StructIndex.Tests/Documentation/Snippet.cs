using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Tests;

/// <summary>C# code of a document.</summary>
internal static class Snippet
{
    private const string ImplicitUsings = "global using StructIndex; global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles the code as a program of its own, with the usings that a project has by default.</summary>
    public static CSharpCompilation Compile(string code, CancellationToken cancellationToken) => CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, cancellationToken: cancellationToken), CSharpSyntaxTree.ParseText(code, cancellationToken: cancellationToken)],
        s_references,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication));
}
