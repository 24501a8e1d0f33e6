using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>A project as the compiler sees it: options, files, references.</summary>
internal sealed class CSharpProject(ProjectFile file, CSharpParseOptions options)
{
    /// <summary>What the project file says.</summary>
    public ProjectFile File { get; } = file;

    /// <summary>Parse options with the project's preprocessor symbols.</summary>
    public CSharpParseOptions Options { get; } = options;

    /// <summary>The files it compiles, ordered by path.</summary>
    public List<CSharpFile> Files { get; } = [];

    /// <summary>The projects it references, directly or through others.</summary>
    public IReadOnlyList<CSharpProject> References { get; set; } = [];

    /// <summary>The compilation; set once all files are parsed.</summary>
    public CSharpCompilation? Compilation { get; set; }

    /// <inheritdoc/>
    public override string ToString() => File.AssemblyName;
}
