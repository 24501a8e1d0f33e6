using System.Text;

namespace StructIndex.Tests;

/// <summary>Functions that are handed on as values, within files and between them, after edits.</summary>
public class FunctionValueUpdateTests
{
    private const int Files = 3, Functions = 4;

    private static readonly string[] s_statements =
    [
        "step = {f}", "step = {f}()", "step = TABLE[\"{k}\"]", "step = box.step", "step()", "step()()", "{f}(step)", "{f}({f})", "{f}()()", "given()", "TABLE[\"{k}\"]()", "TABLE[\"{k}\"] = {f}",
        "box = Box({f})", "box.step()", "box.run()", "return {f}", "return step", "return given", "return TABLE", "yield step", "for step in [{f}, {f}]: step()", "for step in {f}(): step()", "steps = [{f}]", "steps.append({f})", "steps[0]()", "{f} = step", "{f} = {f}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task An_update_finds_the_edges_that_an_index_built_anew_finds(int seed)
    {
        Random random = new(seed);
        string[][] bodies = [.. Enumerable.Range(0, Files).Select(_ => Enumerable.Range(0, Functions).Select(_ => Body(random)).ToArray())];
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(Source(bodies), cancellationToken: TestContext.Current.CancellationToken);
        for (int step = 0; step < 40; step++)
        {
            bodies[random.Next(Files)][random.Next(Functions)] = Body(random);
            index = await builder.UpdateAsync(index, Source(bodies), cancellationToken: TestContext.Current.CancellationToken);
            CodeIndex anew = await CodeIndexer.IndexAsync(Source(bodies), cancellationToken: TestContext.Current.CancellationToken);
            await IndexComparison.AssertEqualAsync(anew, index, string.Join("\n\n", Enumerable.Range(0, Files).Select(file => Text(file, bodies[file]))));
        }

        Assert.NotEmpty(index.Graph.Edges);
    }

    [Fact]
    public async Task A_variable_that_comes_to_hide_a_returned_function_takes_the_edge_from_another_file()
    {
        SourceFile run = new("run.py", "from give import give\ndef run():\n    give()()\n");
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new MemorySource([run, new SourceFile("give.py", "def load(): pass\ndef give():\n    return load\n")]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["give", "load"], index.Graph.Edges.Select(edge => edge.To.Name).Order(StringComparer.Ordinal));
        index = await builder.UpdateAsync(index, new MemorySource([run, new SourceFile("give.py", "def load(): pass\ndef give():\n    load = open\n    return load\n")]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["give"], index.Graph.Edges.Select(edge => edge.To.Name));
    }

    private static MemorySource Source(string[][] bodies) => new([.. bodies.Select((body, file) => new SourceFile($"m{file}.py", Text(file, body)))]);

    private static string Text(int file, string[] bodies)
    {
        StringBuilder text = new();
        for (int other = 0; other < Files; other++)
        {
            text.Append(other == file ? "" : $"from m{other} import {string.Join(", ", Enumerable.Range(0, Functions).Select(function => $"f{other}{function}"))}, TABLE as T{other}\n");
        }

        text.Append("TABLE = {}\nclass Box:\n    def __init__(self, step):\n        self.step = step\n    def run(self):\n        self.step()\n");
        for (int function = 0; function < bodies.Length; function++)
        {
            text.Append($"def f{file}{function}(given=None):\n{bodies[function]}");
        }

        return text.ToString();
    }

    private static string Body(Random random)
    {
        StringBuilder body = new();
        for (int line = random.Next(1, 5); line > 0; line--)
        {
            string statement = s_statements[random.Next(s_statements.Length)];
            while (statement.Contains('{', StringComparison.Ordinal))
            {
                int at = statement.IndexOf('{', StringComparison.Ordinal);
                statement = statement[..at] + (statement[at + 1] == 'k' ? $"k{random.Next(2)}" : $"f{random.Next(Files)}{random.Next(Functions)}") + statement[(at + 3)..];
            }

            body.Append($"    {statement}\n");
        }

        return body.ToString();
    }
}
