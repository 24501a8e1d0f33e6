using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>A project as the compiler sees it: options, files, references.</summary>
internal sealed class CSharpProject(ProjectFile file)
{
    /// <summary>What the project file says.</summary>
    public ProjectFile File { get; } = file;

    /// <summary>Parse options with the project's preprocessor symbols.</summary>
    public CSharpParseOptions Options { get; } = OptionsFor(file);

    /// <summary>The files it compiles, ordered by path.</summary>
    public List<CSharpFile> Files { get; } = [];

    /// <summary>The projects it references, directly or through others.</summary>
    public IReadOnlyList<CSharpProject> References { get; set; } = [];

    /// <summary>What the SDK would generate: global usings and friends.</summary>
    public string Preamble { get; set; } = "";

    /// <summary>The assemblies it references.</summary>
    public IReadOnlyList<MetadataReference> Metadata { get; set; } = [];

    /// <summary>
    /// The trees of <see cref="Files"/> as this project sees them; null for a file that could not be parsed. Set once all files are parsed.
    /// </summary>
    public IReadOnlyList<SyntaxTree?> Trees { get; set; } = [];

    /// <summary>
    /// The compilation; set once all files are parsed, where a file of the project or of one that references it is to be read or bound.
    /// </summary>
    public CSharpCompilation? Compilation { get; set; }

    /// <summary>The last compilation that was made of the project, which the next one may be made of.</summary>
    public CompiledProject? Last { get; set; }

    /// <summary>Lets go of the compilation and of the trees of the files it counts.</summary>
    public void Release()
    {
        (Compilation, Last, Trees) = (null, null, []);
        foreach (CSharpFile own in Files.Where(file => ReferenceEquals(file.Owner, this)))
        {
            own.ReleaseTree();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => File.AssemblyName;

    /// <summary>Options that parse fastest: no documentation trees, no nullable analysis; everything the newest language allows.</summary>
    private static CSharpParseOptions OptionsFor(ProjectFile project)
        => new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Regular, project.Constants)
            .WithFeatures([new("run-nullable-analysis", "never")]);
}
