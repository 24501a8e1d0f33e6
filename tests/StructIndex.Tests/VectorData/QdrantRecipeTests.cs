using System.Reflection;
using Grpc.Core;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.AI;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace StructIndex.Tests;

/// <summary>The recipe for Qdrant, run as its page has it, against a stand-in for the server.</summary>
public sealed class QdrantRecipeTests
{
    private static readonly Type s_recipe = Compile();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_push_brings_the_points_of_one_code_base_to_the_state_of_its_index()
    {
        using QdrantStandIn server = new();
        using QdrantClient client = server.Client();
        CodeIndex first = await IndexAsync(("a.py", "def read():\n    pass\n\ndef write():\n    pass\n")), second = await IndexAsync(("a.py", "def read():\n    pass\n\ndef send():\n    pass\n"));
        await CallAsync("CreateAsync", client, first.VectorDimensions, 1u, 1u);
        await CallAsync("CreateAsync", client, first.VectorDimensions, 1u, 1u);

        Assert.Equal((first.Units.Count, 0), await PushAsync(client, first, "one"));
        Assert.Equal((first.Units.Count, 0), await PushAsync(client, first, "two"));
        Assert.Equal((0, 0), await PushAsync(client, first, "one"));
        Assert.Equal((1, 1), await PushAsync(client, second, "one"));
        Assert.Equal(["read", "send"], Names(server, "one"));
        Assert.Equal(["read", "write"], Names(server, "two"));
    }

    [Fact]
    public async Task A_push_that_failed_is_gone_on_with_by_the_next()
    {
        using QdrantStandIn server = new();
        using QdrantClient client = server.Client();
        CodeIndex index = await IndexAsync(("a.py", string.Concat(Enumerable.Range(0, 300).Select(i => $"def step_{i}():\n    pass\n\n"))));
        await CallAsync("CreateAsync", client, index.VectorDimensions, 1u, 1u);
        server.FailsAt = 2;
        await Assert.ThrowsAsync<RpcException>(() => PushAsync(client, index, "one"));
        int kept = server.Points.Count;
        Assert.InRange(kept, 1, index.Units.Count - 1);

        Assert.Equal((index.Units.Count - kept, 0), await PushAsync(client, index, "one"));
        Assert.Equal(index.Units.Count, server.Points.Count);
    }

    [Fact]
    public async Task A_question_finds_the_units_of_its_code_base_or_of_all()
    {
        using QdrantStandIn server = new();
        using QdrantClient client = server.Client();
        CodeIndex one = await IndexAsync(("a.py", "def parse_header(line):\n    return line.split(':')\n\ndef paint_window():\n    pass\n")), two = await IndexAsync(("b.py", "def parse_header_line(text):\n    return text\n"));
        await CallAsync("CreateAsync", client, one.VectorDimensions, 1u, 1u);
        await PushAsync(client, one, "one");
        await PushAsync(client, two, "two");

        IReadOnlyList<ScoredPoint> found = await SearchAsync(client, one.QueryGenerator!, "parse the header", "one"), all = await SearchAsync(client, one.QueryGenerator!, "parse the header", null);
        Assert.Equal("parse_header", found[0].Payload["name"].StringValue);
        Assert.All(found, point => Assert.Equal("one", point.Payload["repository"].StringValue));
        Assert.Equal(["one", "two"], all.Select(point => point.Payload["repository"].StringValue).Distinct().Order());
    }

    private static string[] Names(QdrantStandIn server, string repository) =>
        [.. server.Points.Values.Where(point => point.Payload["repository"].StringValue == repository).Select(point => point.Payload["name"].StringValue).Order(StringComparer.Ordinal)];

    private static Task<CodeIndex> IndexAsync(params (string Path, string Text)[] files) =>
        CodeIndexer.IndexAsync(new MemorySource([.. files.Select(file => new SourceFile(file.Path, file.Text))]), cancellationToken: Token);

    private static Task<(int Written, int Deleted)> PushAsync(QdrantClient client, CodeIndex index, string repository) =>
        (Task<(int Written, int Deleted)>)CallAsync("PushAsync", client, index, repository, Token);

    private static Task<IReadOnlyList<ScoredPoint>> SearchAsync(QdrantClient client, IEmbeddingGenerator<string, Embedding<float>> queries, string question, string? repository) =>
        (Task<IReadOnlyList<ScoredPoint>>)CallAsync("SearchAsync", client, queries, question, repository, Token);

    private static Task CallAsync(string method, params object?[] arguments) => (Task)s_recipe.GetMethod(method)!.Invoke(null, arguments)!;

    private static Type Compile()
    {
        using MemoryStream assembly = new();
        CSharpCompilation compilation = Snippet.Compile(Assert.Single(MarkdownFiles.Snippets("src/StructIndex.VectorData/QDRANT.md")), Token);
        Assert.True(compilation.Emit(assembly, cancellationToken: Token).Success);
        return Assembly.Load(assembly.ToArray()).GetType("QdrantCode")!;
    }
}
