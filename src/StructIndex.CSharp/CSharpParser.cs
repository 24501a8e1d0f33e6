using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>
/// Parses C#, and the C# in Razor files, with the compiler. Declarations come at parse speed; the edges between them are bound by the compiler when
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
        return string.Equals(file.Language, Language, StringComparison.Ordinal) || RazorViews.IsRazor(file);
    }

    /// <inheritdoc/>
    public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Parse(ProjectModel.Discover(files, rootDirectory, _options.TrustedFolders, cancellationToken), PackageFolder.Default, null, onParsed, cancellationToken);
    }

    /// <inheritdoc/>
    public ParserOutput Reparse(ParserOutput previous, IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(files);
        ProjectModel model = ProjectModel.Discover(files, rootDirectory, _options.TrustedFolders, cancellationToken);
        ParserOutput renewed = Parse(model, PackageFolder.Default, (previous.Binder as CSharpEdgeBinder)?.Memory, onParsed, cancellationToken);
        bool isSame = model.Files.All(file => file.Bound is not null) && renewed.Files.SequenceEqual(previous.Files, ReferenceEqualityComparer.Instance)
            && renewed.Failures.SequenceEqual(previous.Failures) && renewed.ReadBesides.SequenceEqual(previous.ReadBesides, StringComparer.Ordinal);
        return isSame ? previous : renewed;
    }

    /// <inheritdoc/>
    public LanguageRules RulesOf(string language) => CSharpRules.Instance;

    /// <inheritdoc/>
    public ParserOutput Restore(ParserOutput output, ReadOnlyMemory<byte> kept)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output with { Binder = new CSharpEdgeBinder(KeptModel.Read(output.Files, kept.ToArray())) };
    }

    /// <summary>Parses the files of projects that are known already.</summary>
    internal static ParserOutput Parse(ProjectModel model, PackageFolder packages, ModelMemory? previous, Action<SourceFile>? onParsed, CancellationToken cancellationToken)
    {
        ModelRenewal renewal = new(model, previous);
        CompilationFactory factory = new(model, packages, previous?.Model);
        Task prepared = Task.Run(() => factory.Prepare(cancellationToken), cancellationToken);
        int[] order = LargestFirst(model.Files), changed = Array.FindAll(order, i => !renewal.TakesTree(model.Files[i]));
        ParseTrees(model, changed, cancellationToken);
        prepared.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        factory.Link(renewal.Defers ? [] : model.Projects, cancellationToken);
        int[] unread = Array.FindAll(order, i => !renewal.TakesReading(model.Files[i]));
        HashSet<CSharpProject> asking = [.. model.Files.Where(file => file.Bound is null || file.Reading is null).Select(file => file.Owner!)];
        if (renewal.Defers && asking.Count > 0)
        {
            HashSet<CSharpProject> seen = model.HasCircle ? [.. model.Projects] : [.. asking, .. asking.SelectMany(project => project.References)];
            HashSet<CSharpFile> needed = [.. seen.SelectMany(project => project.Files)];
            ParseTrees(model, Array.FindAll(order, i => model.Files[i] is { ParsedTree: null, KeptShape: not null } file && needed.Contains(file)), cancellationToken);
            factory.Link(seen, cancellationToken);
        }

        factory.Create(asking, cancellationToken);
        FileReading[] readings = DeepWorkers.Map(
            unread, (i, token) => CSharpFileReader.Read(model.Files[i], token), i => CSharpFileReader.LimitFor(model.Files[i]), i => CSharpFileReader.TimedOut(model.Files[i]), i => onParsed?.Invoke(model.Files[i].Source), cancellationToken);
        for (int k = 0; k < unread.Length; k++)
        {
            model.Files[unread[k]].Take(readings[k]);
        }

        return new ParserOutput([.. model.Files.Select(file => file.Reading!.File)], new CSharpEdgeBinder(ModelMemory.Of(model))) { Failures = model.Access.Failures, ReadBesides = factory.ReadBesides };
    }

    private static void ParseTrees(ProjectModel model, int[] files, CancellationToken cancellationToken)
    {
        ParsedTree[] trees = DeepWorkers.Map(
            files, (i, token) => TreeParser.Parse(model.Files[i], token), _ => TreeParser.Limit, i => new ParsedTree(null, TreeParser.TimedOut(model.Files[i].Source.Path)), null, cancellationToken);
        for (int k = 0; k < files.Length; k++)
        {
            model.Files[files[k]].Take(trees[k]);
        }
    }

    /// <summary>So that the last file a thread takes is a small one and no other thread waits long.</summary>
    internal static int[] LargestFirst(IReadOnlyList<CSharpFile> files)
        => [.. Enumerable.Range(0, files.Count).OrderByDescending(i => files[i].Text.Length)];
}
