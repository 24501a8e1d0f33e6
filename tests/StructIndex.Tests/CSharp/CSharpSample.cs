namespace StructIndex.Tests;

/// <summary>Small C# sources in memory, parsed and bound, with edges as lines of text.</summary>
internal sealed class CSharpSample
{
    private CSharpSample(ParserOutput result)
    {
        Result = result;
        Bound = result.Binder!.Bind(null, TestContext.Current.CancellationToken);
        Edges = [.. Bound.Select(Line)];
    }

    public ParserOutput Result { get; }

    public IReadOnlyList<BoundReference> Bound { get; }

    /// <summary>Edges as <c>From -> To Kind Certainty</c>, names with their types.</summary>
    public IReadOnlyList<string> Edges { get; }

    public CodeGraph Graph => GraphBuilder.Build(UnitAssembler.Assemble(Result.Files, TestContext.Current.CancellationToken), Bound, TestContext.Current.CancellationToken);

    public IReadOnlyList<CodeDeclaration> Declarations => [.. Result.Files.SelectMany(file => file.Declarations)];

    public CSharpBindingStatistics Statistics => ((CSharpEdgeBinder)Result.Binder!).Statistics;

    public CodeDeclaration this[string name] => Declarations.Single(declaration => declaration.Name == name);

    public static CSharpSample Of(params string[] texts) => OfFiles(texts.Select((text, i) => Source($"File{i}.cs", text)));

    public static CSharpSample OfFiles(IEnumerable<SourceFile> files)
        => new(new CSharpParser().Parse([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], null, null, TestContext.Current.CancellationToken));

    public static CSharpSample InFolder(string root, params string[] paths) => InFolder(root, null, paths);

    public static CSharpSample InFolder(string root, CSharpParserOptions? options, params string[] paths)
        => new(new CSharpParser(options).Parse([.. paths.Order(StringComparer.Ordinal).Select(path => Source(path, File.ReadAllText(Path.Combine(root, path))))], root, null, TestContext.Current.CancellationToken));

    public static CSharpSample OfRazor(string root, params string[] paths)
        => new(new CSharpParser().Parse([.. paths.Order(StringComparer.Ordinal).Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(root, path))))], root, null, TestContext.Current.CancellationToken));

    public static SourceFile Source(string path, string text) => new(path, text, CSharpParser.Language);

    public static string Line(BoundReference edge)
        => $"{(edge.From is { } from ? Name(from) : "(top)")} -> {Name(edge.To)} {edge.Kind} {edge.Certainty}";

    public static string Name(CodeDeclaration declaration)
        => declaration.Container.Length == 0 ? declaration.Name : $"{declaration.Container}.{declaration.Name}";
}
