using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>
/// Parses C# with the compiler. Declarations come at parse speed; the edges between them are bound by the compiler when
/// <see cref="ParserOutput.Binder"/> is asked, with one compilation for each project file found beside the sources.
/// No build, no restore and no code of the repository is run.
/// </summary>
/// <param name="options">What may be read besides the sources; null for the defaults.</param>
public sealed class CSharpParser(CSharpParserOptions? options = null) : ICodeParser
{
    private readonly CSharpParserOptions _options = options ?? new CSharpParserOptions();

    /// <summary>The language this parser takes.</summary>
    public const string Language = "csharp";

    /// <inheritdoc/>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return string.Equals(file.Language, Language, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Parse(ProjectModel.Discover(files, rootDirectory, _options.TrustedFolders, cancellationToken), PackageFolder.Default, onParsed, cancellationToken);
    }

    /// <summary>Parses the files of projects that are known already.</summary>
    internal static ParserOutput Parse(ProjectModel model, PackageFolder packages, Action<SourceFile>? onParsed, CancellationToken cancellationToken)
    {
        CompilationFactory factory = new(model, packages);
        Task prepared = Task.Run(() => factory.Prepare(cancellationToken), cancellationToken);
        int[] order = LargestFirst(model.Files);
        ParsedTree[] trees = DeepWorkers.Map(
            order, (i, token) => TreeParser.Parse(model.Files[i], token), _ => TreeParser.Limit, i => new ParsedTree(null, TreeParser.TimedOut(model.Files[i].Source)), null, cancellationToken);
        for (int k = 0; k < order.Length; k++)
        {
            (model.Files[order[k]].Tree, model.Files[order[k]].Failure) = trees[k];
        }

        prepared.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        factory.Create(cancellationToken);
        FileReading[] readings = DeepWorkers.Map(
            order, (i, token) => CSharpFileReader.Read(model.Files[i], token), i => CSharpFileReader.LimitFor(model.Files[i]), i => CSharpFileReader.TimedOut(model.Files[i]), i => onParsed?.Invoke(model.Files[i].Source), cancellationToken);
        ParsedFile[] parsed = new ParsedFile[order.Length];
        for (int k = 0; k < order.Length; k++)
        {
            CSharpFile file = model.Files[order[k]];
            parsed[order[k]] = readings[k].File;
            file.Declared = readings[k].Declared ?? [];
            file.Tree = readings[k].Declared is null ? null : file.Tree;
        }

        return new ParserOutput(parsed, new CSharpEdgeBinder(model)) { Failures = model.Access.Failures, ReadBesides = factory.ReadBesides };
    }

    /// <summary>So that the last file a thread takes is a small one and no other thread waits long.</summary>
    internal static int[] LargestFirst(IReadOnlyList<CSharpFile> files)
        => [.. Enumerable.Range(0, files.Count).OrderByDescending(i => files[i].Source.Text.Length)];
}
