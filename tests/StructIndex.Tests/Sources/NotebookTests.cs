using System.Text.Json;

namespace StructIndex.Tests;

public sealed class NotebookTests
{
    private const string Notebook = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "metadata": {},
           "source": [
            "# Rivers\n",
            "and their *levels*"
           ]
          },
          {
           "cell_type": "code",
           "outputs": [
            { "data": { "image/png": "iVBORw0KGgo=", "text/plain": ["def no_unit():"] } }
           ],
           "source": [
            "%matplotlib inline\n",
            "def level(days):\n",
            "    \"\"\"Highest level of some days.\"\"\"\n",
            "    return max(days)"
           ]
          },
          {
           "cell_type": "code",
           "source": ["%%bash\n", "rm old"]
          },
          {
           "source": [
            "level([1, 2])\n"
           ],
           "cell_type": "code"
          }
         ],
         "metadata": { "kernelspec": { "name": "python3" } },
         "nbformat": 4
        }
        """;

    [Fact]
    public void A_notebook_is_the_code_of_its_cells_on_the_lines_of_the_file()
    {
        SourceFile file = new("a/rivers.ipynb", Notebook);
        Assert.Equal("python", file.Language);
        string[] lines = file.Text.Split('\n');
        string[] json = Notebook.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["# Rivers", "# and their *levels*", "# %matplotlib inline", "def level(days):", "    \"\"\"Highest level of some days.\"\"\"", "    return max(days)", "# %%bash", "# rm old", "level([1, 2])"], lines.Where(line => line.Length > 0));
        Assert.Contains("def level(days)", json[Array.IndexOf(lines, "def level(days):")], StringComparison.Ordinal);
        Assert.Contains("level([1, 2])", json[Array.IndexOf(lines, "level([1, 2])")], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_of_a_notebook_are_units_with_their_documentation_and_edges()
    {
        MemorySource source = new([("rivers.ipynb", Notebook)]);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new TreeSitterParser()] }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        CodeUnit level = Assert.Single(index.Units, unit => unit.Name == "level");
        Assert.Equal(("Highest level of some days.", 17, "rivers.ipynb"), (level.Documentation, level.Lines.Start, level.Path));
        Assert.DoesNotContain(index.Units, unit => unit.Name == "no_unit");
        Assert.Equal([29], index.Graph.CallersOf(level).Select(edge => edge.Line));
    }

    [Theory]
    [InlineData("{\"kernelspec\":{\"language\":\"julia\",\"name\":\"julia-1.11\"}}", "julia", "# text")]
    [InlineData("{\"kernelspec\":{\"name\":\"ir\"}}", "r", "# text")]
    [InlineData("{\"language_info\":{\"name\":\"typescript\"},\"kernelspec\":{\"name\":\"deno\"}}", "typescript", "// text")]
    [InlineData("{\"kernelspec\":{\"name\":\"xcpp17\"}}", "cpp", "// text")]
    [InlineData("{}", "python", "# text")]
    [InlineData("{\"language_info\":{\"name\":\"brainfun\"}}", "text", " text")]
    public void The_kernel_says_the_language(string metadata, string language, string prose)
    {
        SourceFile file = new("a.ipynb", $$"""{"cells":[{"cell_type":"markdown","source":"text"}],"metadata":{{metadata}}}""");
        Assert.Equal((language, prose + "\n"), (file.Language, file.Text));
    }

    [Fact]
    public void Cells_written_as_one_string_follow_one_another()
    {
        SourceFile file = new("a.ipynb", """{"cells":[{"cell_type":"code","source":"a = 1\nb = 2\n"},{"cell_type":"raw","source":"no"},{"cell_type":"code","source":"c = \"\u00e9\""}],"nbformat":4}""");
        Assert.Equal("a = 1\nb = 2\nc = \"é\"\n", file.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"worksheets\": []}")]
    [InlineData("{\"cells\": [{\"source\": [")]
    [InlineData("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"\\ud83d\"}]}")]
    public async Task What_is_no_notebook_is_kept_as_json_and_said(string text)
    {
        SourceFile file = new("a.ipynb", text);
        Assert.Equal(("json", text), (file.Language, file.Text));

        using TemporaryFolder folder = new();
        folder.Write("a.ipynb", text);
        List<FileFailure> failures = [];
        await foreach (SourceFile read in new DirectorySource(folder.FullPath).ReadAsync(failures.Add, TestContext.Current.CancellationToken))
        {
            Assert.Equal("json", read.Language);
        }

        Assert.Equal(FileFailureKind.ParseFailed, Assert.Single(failures).Kind);
    }

    [Fact]
    public void An_image_in_a_notebook_does_not_make_it_minified()
        => Assert.False(MinifiedFiles.IsMinified("a.ipynb", NotebookText.Language, JsonSerializer.Serialize(new string('x', 5000))));
}
