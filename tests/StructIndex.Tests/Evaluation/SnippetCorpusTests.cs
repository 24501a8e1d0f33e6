namespace StructIndex.Tests;

public sealed class SnippetCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SnippetCorpusTests()
    {
        _folder.Write("corpus.jsonl", """
            {"_id":"s1","title":"","text":"def write_boolean(stream, n):\n    stream.write(TRUE if n else FALSE)"}
            {"_id":"s2","title":"","text":"def create_path(path):\n    if not os.path.exists(path):\n        os.makedirs(path)"}
            {"_id":"s3","title":"net/client.py","text":"def connect(host):\n    return socket(host)"}
            {"_id":"s4","title":"net/client.py","text":"def disconnect(host):\n    return close(host)\n\n\ndef reconnect(host):\n    return connect(host)"}
            """);
        _folder.Write("queries.jsonl", """
            {"_id":"q1","text":"create a directory if it does not exist"}
            {"_id":"q2","text":"reconnect to a host"}
            {"_id":"q3","text":"nobody judged this"}
            """);
        _folder.Write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ts2\t1\nq1\ts1\t0\nq2\ts4\t2\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_snippet_is_ranked_once_by_its_id()
    {
        Assert.True(SnippetCorpus.IsAt(_folder.FullPath));
        EvaluationSet set = SnippetCorpus.Load(_folder.FullPath);
        Assert.Equal(["q1", "q2"], set.Queries.Select(query => query.Id));
        Assert.Equal([new("s2")], set.Queries[0].Targets);
        Assert.Equal(SnippetCorpus.Depth, set.DefaultLimit);
        CodeIndex index = await EvaluationSample.IndexAsync(set.Source);
        Assert.Equal(5, index.Units.Count(unit => unit.Kind == UnitKind.Function));
        Assert.All(index.Units, unit => Assert.Equal("python", unit.Language));
        EvaluationReport report = await new RetrievalEvaluator().ReportAsync("snippets", index, set, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(report.Run.Queries, query => Assert.Equal(1, query.Metrics.BestRank));
        Assert.All(report.Runs.SelectMany(run => run.Queries), query => Assert.Equal(query.Answer.Items.Count, query.Answer.Items.Select(item => item.Path).Distinct().Count()));
        Assert.Equal(["s1", "s2", "s3", "s4"], report.Run.Queries[0].Answer.Items.Select(item => item.Path).Order());

        EvaluationRunFile.Save(report.Run, set, _folder.At("run.jsonl"));
        Assert.StartsWith("{\"id\":\"q1\",\"ranked\":[\"s2\",", File.ReadLines(_folder.At("run.jsonl")).First(), StringComparison.Ordinal);
        Assert.Equal(report.Run.Summary[EvaluationMeasure.Mrr], EvaluationRunFile.Load(_folder.At("run.jsonl"), set).Summary[EvaluationMeasure.Mrr]);
    }

    [Fact]
    public void A_path_made_up_for_a_snippet_holds_no_word()
    {
        string[] paths = [.. Enumerable.Range(0, 500).Select(number => SnippetPath.Of("", number))];
        Assert.Equal(500, paths.Distinct().Count());
        Assert.All(paths, path => Assert.DoesNotContain(path, char.IsLetterOrDigit));
        Assert.Equal("net/client~!.py", SnippetPath.Of("net/client.py", 2));
    }

    [Theory]
    [InlineData("def first(items):\n    return items[0]", "python")]
    [InlineData("def first(items)\n  items[0]\nend", "ruby")]
    [InlineData("func First(items []int) int {\n\treturn items[0]\n}", "go")]
    [InlineData("public function first($items)\n{\n    return $items[0];\n}", "php")]
    [InlineData("@Override\npublic String first(List<String> items) {\n    return items.get(0);\n}", "java")]
    [InlineData("function first(items) {\n  const x = items[0];\n  return x;\n}", "javascript")]
    [InlineData("fn first(items: &[i32]) -> i32 {\n    items[0]\n}", "rust")]
    [InlineData("public string First(IList<string> items)\n{\n    foreach (var item in items) return item;\n    return string.Empty;\n}", "csharp")]
    [InlineData("words of no program", "text")]
    public void The_language_of_snippets_is_guessed_from_lines_that_only_it_writes(string text, string language) => Assert.Equal(language, SnippetLanguage.Guess([text]));

    [Fact]
    public void An_unknown_language_and_missing_judgements_are_errors()
    {
        Assert.Contains("klingon", Assert.Throws<ArgumentException>(() => SnippetCorpus.Load(_folder.FullPath, "klingon")).Message, StringComparison.Ordinal);
        File.Delete(_folder.At("qrels/test.tsv"));
        Assert.Contains("qrels", Assert.Throws<StructIndexException>(() => SnippetCorpus.Load(_folder.FullPath)).Message, StringComparison.Ordinal);
        _folder.Write("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1 s2 1\n");
        Assert.Equal(2, Assert.Throws<EvaluationFormatException>(() => SnippetCorpus.Load(_folder.FullPath)).Line);
    }
}
