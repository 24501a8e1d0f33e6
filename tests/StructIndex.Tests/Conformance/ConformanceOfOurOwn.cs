using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

public sealed class CSharpParserConformanceTests : CodeParserConformanceTests
{
    protected override SourceFile Sample { get; } = new("Shop.cs", "namespace Shop;\n\n/// <summary>Stores orders.</summary>\npublic class Orders\n{\n    private readonly List<int> _all = [];\n\n    /// <summary>Adds one.</summary>\n    public void Add(int order) => _all.Add(order);\n\n    public enum State { Open, Closed }\n}\n");

    protected override ICodeParser CreateParser() => new CSharpParser();
}

public sealed class TreeSitterParserConformanceTests : CodeParserConformanceTests
{
    protected override SourceFile Sample { get; } = new("shop.py", "\"\"\"A shop.\"\"\"\nimport os\n\n\nclass Orders:\n    \"\"\"Stores orders.\"\"\"\n\n    def add(self, order):\n        self.all.append(order)\n\n\ndef total(orders):\n    return sum(orders)\n");

    protected override ICodeParser CreateParser() => new TreeSitterParser();
}

public sealed class TextParserConformanceTests : CodeParserConformanceTests
{
    protected override SourceFile Sample { get; } = new("guide.md", "# Orders\n\nHow orders are stored.\n\n## Adding\n\nCall add.\n\n## Closing\n\nCall close.\n");

    protected override ICodeParser CreateParser() => new TextParser();
}

public sealed class DirectorySourceConformanceTests : SourceProviderConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files)
    {
        foreach ((string path, string text) in files)
        {
            _folder.Write(path, text);
        }

        return new DirectorySource(_folder.FullPath);
    }
}

public sealed class DirectoriesSourceConformanceTests : SourceProviderConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override string PathPrefix => "api/";

    protected override ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files)
    {
        Directory.CreateDirectory(_folder.At("api"));
        foreach ((string path, string text) in files)
        {
            _folder.Write("api/" + path, text);
        }

        return new DirectoriesSource([_folder.At("api")]);
    }
}

public sealed class FileListSourceConformanceTests : SourceProviderConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files)
    {
        foreach ((string path, string text) in files)
        {
            _folder.Write(path, text);
        }

        return new FileListSource(_folder.FullPath, files.Select(file => file.Path));
    }
}

public sealed class MemorySourceConformanceTests : SourceProviderConformanceTests
{
    protected override ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files) => new MemorySource(files);
}

public sealed class StreamSourceConformanceTests : SourceProviderConformanceTests
{
    protected override ISourceProvider Create(IReadOnlyList<(string Path, string Text)> files) => new StreamSource(files.ToAsyncEnumerable().Select(file => new SourceFile(file.Path, file.Text)));
}

public sealed class StaticEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformanceTests
{
    protected override IEmbeddingGenerator<string, Embedding<float>> Generator => CodeIndexer.DefaultEmbeddingGenerator;
}

public sealed class OnnxEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformanceTests, IDisposable
{
    private readonly OnnxEmbeddingGenerator _encoder = OnnxEmbeddingGenerator.Load(Assets.At("encoder"));

    public void Dispose() => _encoder.Dispose();

    protected override IEmbeddingGenerator<string, Embedding<float>> Generator => _encoder;
}

/// <summary>No implementation of a contract goes without its suite.</summary>
public sealed class ConformanceSuiteTests
{
    [Theory]
    [InlineData(typeof(ICodeParser), typeof(CodeParserConformanceTests))]
    [InlineData(typeof(ISourceProvider), typeof(SourceProviderConformanceTests))]
    [InlineData(typeof(IEmbeddingGenerator<string, Embedding<float>>), typeof(EmbeddingGeneratorConformanceTests))]
    public void Every_public_implementation_of_ours_has_its_conformance_tests(Type contract, Type suite)
    {
        Type[] tests = typeof(ConformanceSuiteTests).Assembly.GetTypes();
        IEnumerable<Type> implementations = new[] { typeof(CodeIndex), typeof(CodeIndexer), typeof(CSharpParser), typeof(TreeSitterParser), typeof(OnnxEmbeddingGenerator) }
            .Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(contract));
        Assert.All(implementations, type => Assert.Contains(tests, test => test.Name == type.Name + "ConformanceTests" && test.IsSubclassOf(suite)));
    }
}
