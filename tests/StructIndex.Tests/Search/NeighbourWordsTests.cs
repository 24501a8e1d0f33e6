namespace StructIndex.Tests;

public class NeighbourWordsTests
{
    private static readonly SourceFile[] s_files =
    [
        new("api.py", "from steps import process, apply\n\n\ndef place_order(draft):\n    \"\"\"Take the order of a customer.\"\"\"\n    return process(draft)\n\n\ndef publish_article(entry):\n    \"\"\"Publish an article.\"\"\"\n    return apply(entry)\n"),
        new("steps.py", "from base import compare, lower, enter\n\n\ndef process(draft):\n    return compare(lower(draft))\n\n\ndef apply(entry):\n    return enter(entry)\n"),
        new("base.py", "def lower(rows):\n    \"\"\"Lower the inventory.\"\"\"\n    return rows\n\n\ndef compare(rows):\n    \"\"\"Counts must stay consistent. More is said here.\"\"\"\n    return rows\n\n\ndef enter(entry):\n    \"\"\"Enter words into the search tree.\"\"\"\n    return entry\n"),
    ];

    [Theory]
    [InlineData("inventory stays consistent with every order", "process")]
    [InlineData("publish an article in the search tree", "apply")]
    public async Task A_function_that_brings_together_what_its_callers_and_callees_say_comes_first(string question, string answer)
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(s_files), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync(question, new SearchOptions { MinimumRelevance = 0, Explain = true }, TestContext.Current.CancellationToken);
        Assert.Equal(answer, found.Hits[0].Unit.Name);
        Assert.Contains(found.Hits[0].Parts, part => part.Name == "rank:Neighbours" && part.Value > 0);
    }

    [Theory]
    [InlineData("lower the inventory", "lower")]
    [InlineData("publish an article", "publish_article")]
    [InlineData("process", "process")]
    public async Task A_unit_that_answers_by_itself_is_not_passed_by_its_neighbours(string question, string answer)
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(s_files), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync(question, new SearchOptions { MinimumRelevance = 0, Explain = true }, TestContext.Current.CancellationToken);
        Assert.Equal(answer, found.Hits[0].Unit.Name);
        Assert.All(found.Hits, hit => Assert.DoesNotContain(hit.Parts, part => part.Name == "rank:Neighbours"));
    }

    [Fact]
    public async Task Only_names_and_first_sentences_of_neighbours_count()
    {
        IndexContents contents = await ContentsAsync(s_files);
        NeighbourWords words = new(contents);
        Assert.Equal(["process"], UnitsOf("consistent"));
        Assert.Equal(["process"], UnitsOf("order"));
        Assert.Empty(UnitsOf("said"));

        IEnumerable<string> UnitsOf(string term) => words.UnitsOf(contents.Lexical.Terms.IndexOf(term)).ToArray().Select(unit => contents.Units[unit].Name);
    }

    [Fact]
    public async Task What_a_test_is_called_does_not_count_for_what_it_calls()
    {
        IndexContents contents = await ContentsAsync([.. s_files, new SourceFile("tests/test_steps.py", "from steps import process\n\n\ndef test_zebra():\n    assert process(1)\n")]);
        Assert.Contains(contents.Graph.Edges, edge => edge.From.Name == "test_zebra" && edge.To.Name == "process");
        Assert.True(new NeighbourWords(contents).UnitsOf(contents.Lexical.Terms.IndexOf("zebra")).IsEmpty);
    }

    [Fact]
    public async Task What_everything_calls_tells_nothing_about_one_unit()
    {
        string many = string.Join('\n', Enumerable.Range(0, 30).Select(number => $"def worker_{number}(x):\n    return journal(x)\n\n"));
        IndexContents contents = await ContentsAsync([new SourceFile("many.py", "def journal(x):\n    \"\"\"Keeps a journal.\"\"\"\n    return x\n\n\n" + many)]);
        Assert.True(new NeighbourWords(contents).UnitsOf(contents.Lexical.Terms.IndexOf("journal")).IsEmpty);
    }

    [Fact]
    public async Task Without_edges_there_are_no_neighbours()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(s_files), new CodeIndexOptions { BindEdges = false }, cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("inventory stays consistent with every order", new SearchOptions { MinimumRelevance = 0, Explain = true }, TestContext.Current.CancellationToken);
        Assert.All(found.Hits, hit => Assert.DoesNotContain(hit.Parts, part => part.Name == "rank:Neighbours"));
    }

    private static async Task<IndexContents> ContentsAsync(SourceFile[] files)
    {
        using TemporaryFolder folder = new();
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(files), cancellationToken: TestContext.Current.CancellationToken);
        await index.SaveAsync(folder.At("index"), TestContext.Current.CancellationToken);
        return await IndexSnapshot.LoadAsync(folder.At("index"), cancellationToken: TestContext.Current.CancellationToken);
    }
}
