using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>
/// Parses C# with the compiler. Declarations come at parse speed; the edges between them are bound by the compiler when
/// <see cref="ParseResult.Binder"/> is asked, with one compilation for each project file found beside the sources.
/// No build, no restore and no code of the repository is run.
/// </summary>
public sealed class CSharpParser : ICodeParser
{
    /// <summary>The language this parser takes.</summary>
    public const string Language = "csharp";

    /// <inheritdoc/>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return string.Equals(file.Language, Language, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ParseResult Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Parse(ProjectModel.Discover(files, rootDirectory), PackageFolder.Default, onParsed, cancellationToken);
    }

    /// <summary>Parses the files of projects that are known already.</summary>
    internal static ParseResult Parse(ProjectModel model, PackageFolder packages, Action<SourceFile>? onParsed, CancellationToken cancellationToken)
    {
        DeepWorkers.ForEach(model.Files, file => TreeParser.Parse(file, cancellationToken), cancellationToken);
        new CompilationFactory(model, packages).Create(cancellationToken);

        ParsedFile[] parsed = new ParsedFile[model.Files.Count];
        DeepWorkers.ForEach([.. Enumerable.Range(0, parsed.Length)], i =>
        {
            parsed[i] = CSharpFileReader.Read(model.Files[i], cancellationToken);
            onParsed?.Invoke(model.Files[i].Source);
        }, cancellationToken);
        return new ParseResult(parsed, new CSharpEdgeBinder(model));
    }
}
