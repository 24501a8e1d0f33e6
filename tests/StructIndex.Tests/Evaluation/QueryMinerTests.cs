using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

public sealed class QueryMinerTests
{
    private const string Sentence = "Keeps the zebra quota of each warehouse below its limit.";

    [Theory]
    [InlineData("a.cs", "public class Quota\n{\n    /// <summary>Keeps the zebra quota of each\n    /// warehouse below its limit.</summary>\n    /// <param name=\"n\">Zebras.</param>\n    public int Check(int n) => n;\n}\n")]
    [InlineData("a.py", "class Quota:\n    def check(self, n):\n        \"\"\"Keeps the zebra quota of each warehouse below its limit.\n\n        More of zebras.\n        \"\"\"\n        return n\n")]
    [InlineData("b.py", "def check(n):\n    r'''Keeps the zebra quota of each warehouse below its limit.'''\n")]
    [InlineData("a.ts", "/**\n * Keeps the zebra quota of each\n * warehouse below its limit.\n */\nexport function check(n: number): number {\n  return n;\n}\n")]
    [InlineData("a.go", "package a\n\n// Keeps the zebra quota of each warehouse\n// below its limit.\nfunc Check(n int) int {\n\treturn n\n}\n")]
    [InlineData("a.rs", "/// Keeps the zebra quota of each warehouse below its limit.\n#[inline]\npub fn check(n: i32) -> i32 {\n    n\n}\n")]
    [InlineData("a.java", "class Quota {\n    /** Keeps the zebra quota of each warehouse below its limit. */\n    int check(int n) { return n; }\n}\n")]
    [InlineData("a.rb", "# Keeps the zebra quota of each warehouse below its limit.\ndef check(n)\n  n\nend\n")]
    [InlineData("a.ex", "defmodule Quota do\n  @doc \"\"\"\n  Keeps the zebra quota of each warehouse below its limit.\n  \"\"\"\n  def check(n), do: n\nend\n")]
    [InlineData("a.hs", "module Quota where\n\n-- | Keeps the zebra quota of each warehouse below its limit.\ncheck :: Int -> Int\ncheck n = n\n")]
    public async Task A_question_leaves_no_word_of_its_documentation_in_the_copy_and_the_code_as_it_was(string path, string text)
    {
        EvaluationSet set = await MineAsync((path, text));
        EvaluationQuery query = Assert.Single(set.Queries);
        Assert.Equal(Sentence, query.Text);
        Assert.Equal("documentation", query.Category);
        CodeIndex before = await IndexAsync(new MemorySource([(path, text)])), after = await IndexAsync(set.Source!);
        Assert.Equal(before.Units.Where(unit => unit.Kind != UnitKind.Module).Select(unit => unit.Id), after.Units.Where(unit => unit.Kind != UnitKind.Module).Select(unit => unit.Id));
        Assert.Contains(after.Units, unit => query.Targets[0].IsHitBy(new RetrievedItem(unit.Path, unit.Lines)) && unit.Name.Equals("check", StringComparison.OrdinalIgnoreCase));
        Assert.All(after.Units, unit => Assert.DoesNotContain("zebra", unit.Documentation + unit.Body + unit.Signature, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Neither_the_words_of_the_index_nor_the_texts_that_are_embedded_hold_it()
    {
        (string, string)[] files =
        [
            ("quota.py", "class Quota:\n    def check(self, n):\n        \"\"\"Keeps the zebra quota of each warehouse below its limit.\"\"\"\n        return limit(n)\n"),
            ("use.py", "from quota import Quota\n\n\ndef caller(n):\n    return Quota().check(n)\n\n\ndef limit(n):\n    return n\n"),
        ];
        EvaluationSet set = await MineAsync(files);
        Assert.Single(set.Queries);
        RecordingGenerator recorder = new();
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers, EmbeddingGenerator = recorder }).BuildAsync(set.Source!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(recorder.Texts, text => text.Contains("caller", StringComparison.Ordinal));
        Assert.All(recorder.Texts, text => Assert.DoesNotContain("zebra", text, StringComparison.OrdinalIgnoreCase));
        Assert.True(index.Contents.Lexical.Terms.IndexOf("quota") >= 0);
        Assert.Equal(-1, index.Contents.Lexical.Terms.IndexOf("zebra"));
        Assert.Equal(-1, index.Contents.Lexical.Terms.IndexOf("warehouse"));
    }

    [Theory]
    [InlineData("its class", "class Quota:\n    \"\"\"Holds quotas. Keeps the zebra quota of each warehouse below its limit.\"\"\"\n    def check(self, n):\n        DOC\n        return n\n", "")]
    [InlineData("its file", "\"\"\"Quotas.\n\nKeeps the zebra quota of each warehouse below its limit.\n\"\"\"\n\n\ndef check(n):\n    DOC\n    return n\n", "")]
    [InlineData("a comment of a caller", "def check(n):\n    DOC\n    return n\n", "def caller(n):\n    # keeps the zebra quota of each\n    # warehouse below its limit\n    return check(n)\n")]
    [InlineData("a text of a caller", "def check(n):\n    DOC\n    return n\n", "def caller(n):\n    log('Keeps the Zebra quota of each warehouse below its limit')\n    return check(n)\n")]
    [InlineData("a read-me", "def check(n):\n    DOC\n    return n\n", "# Quotas\n\nKeeps the zebra quota of each warehouse below its limit.\n")]
    public async Task A_sentence_that_stands_elsewhere_is_no_question(string where, string text, string other)
    {
        EvaluationSet set = await MineAsync(("quota.py", text.Replace("DOC", $"\"\"\"{Sentence}\"\"\"", StringComparison.Ordinal)), (other.StartsWith('#') ? "README.md" : "other.py", other));
        Assert.False(set.Queries.Any(query => query.Text == Sentence), $"it is written in {where}");
    }

    [Fact]
    public async Task A_question_does_not_begin_with_the_name_that_it_asks_for()
    {
        EvaluationSet set = await MineAsync(("a.go", "package a\n\n// CheckQuota keeps the zebra quota of each warehouse\n// below its limit.\nfunc CheckQuota(n int) int {\n\treturn n\n}\n"));
        Assert.Equal("keeps the zebra quota of each warehouse below its limit.", Assert.Single(set.Queries).Text);
        Assert.All((await IndexAsync(set.Source!)).Units, unit => Assert.DoesNotContain("zebra", unit.Documentation + unit.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Inherited_documentation_goes_with_what_it_is_inherited_from_and_both_are_right()
    {
        EvaluationSet set = await MineAsync(("a.cs", "interface IQuota\n{\n    /// <summary>Keeps the zebra quota of each warehouse below its limit.</summary>\n    int Check(int n);\n}\n\nclass Quota : IQuota\n{\n    /// <inheritdoc/>\n    public int Check(int n) => n;\n}\n"));
        EvaluationQuery query = Assert.Single(set.Queries);
        Assert.Equal([4, 10], query.Targets.Select(target => target.Lines!.Value.End));
        Assert.All((await IndexAsync(set.Source!)).Units, unit => Assert.DoesNotContain("zebra", unit.Documentation + unit.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Checks the quota.")]
    [InlineData("Check zebra quota check zebra quota.")]
    [InlineData("zebras: how many of them this warehouse holds")]
    [InlineData("Copyright 2020 by the authors of this warehouse")]
    public async Task What_only_names_the_unit_or_is_boilerplate_is_no_question(string documentation) =>
        Assert.Empty((await MineAsync(("a.py", $"def check_zebra_quota(n):\n    \"\"\"{documentation}\"\"\"\n    return n\n"))).Queries);

    [Fact]
    public async Task No_file_and_no_sentence_decides_the_figures()
    {
        string many = string.Concat(Enumerable.Range(0, 9).Select(i => $"def part{i}(n):\n    \"\"\"Counts the {(char)('a' + i)}lpha zebras of this warehouse twice.\"\"\"\n    return n\n\n\n"));
        string same = string.Concat(Enumerable.Range(0, 4).Select(i => $"def same{i}(n):\n    \"\"\"Returns what was given to this warehouse before.\"\"\"\n    return n\n\n\n"));
        EvaluationSet set = await MineAsync(("many.py", many), ("same.py", same));
        Assert.Equal(new QueryMiningOptions().MaxPerFile, set.Queries.Count);
        Assert.DoesNotContain(set.Queries, query => query.Text.StartsWith("Returns", StringComparison.Ordinal));
        Assert.Equal(set.Queries.Select(query => query.Id), (await MineAsync(("same.py", same), ("many.py", many))).Queries.Select(query => query.Id));
    }

    [Theory]
    [InlineData("fix(core): keep connections alive after a timeout (#123)", "keep connections alive after a timeout", true)]
    [InlineData("PROJ-12: Keep connections alive after a timeout.", "Keep connections alive after a timeout", true)]
    [InlineData("UTF-16 offsets for every declaration", "UTF-16 offsets for every declaration", true)]
    [InlineData("Bump lodash from 1.2 to 1.3", "Bump lodash from 1.2 to 1.3", false)]
    [InlineData("docs: tell more about the cache of tokens", "docs: tell more about the cache of tokens", false)]
    [InlineData("Fix typo in the name of a parameter", "Fix typo in the name of a parameter", false)]
    [InlineData("Small cleanup", "Small cleanup", false)]
    [InlineData("Merge branch 'main' into the retry work", "Merge branch 'main' into the retry work", false)]
    public void A_subject_is_a_question_when_it_says_what_the_code_does(string subject, string clean, bool isQuestion)
    {
        Assert.Equal(clean, CommitQueries.Clean(subject));
        Assert.Equal(isQuestion, CommitQueries.IsQuestion(CommitQueries.Clean(subject), new QueryMiningOptions()));
    }

    [Fact]
    public async Task Commits_ask_for_the_files_they_changed()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        using TemporaryFolder folder = new();
        Git.Run(folder.FullPath, "init", "-q");
        Commit(folder, "Lay the ground for all of it", [.. Enumerable.Range(0, 9).Select(i => $"app/file{i}.py"), "app/retry.py", "app/gone.py"]);
        Commit(folder, "Retry requests after a growing delay", ["app/retry.py", "app/tests/test_retry.py"]);
        Commit(folder, "Drop what nobody asks for", ["app/gone.py"]);
        File.Delete(folder.At("app/gone.py"));
        Git.Run(folder.FullPath, "add", "-A");
        Commit(folder, "Bump version of all to 2.0", ["app/file1.py"]);
        Commit(folder, "Tell the docs about growing delays", ["README.md"]);
        EvaluationSet set = await QueryMiner.MineAsync(new DirectorySource(folder.At("app")), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = QueryStyles.Commit }, TestContext.Current.CancellationToken);
        EvaluationQuery query = Assert.Single(set.Queries);
        Assert.Equal("Retry requests after a growing delay", query.Text);
        Assert.Equal("commit", query.Category);
        Assert.Equal([new("retry.py")], query.Targets);
    }

    [Fact]
    public async Task A_folder_outside_any_repository_has_no_commits()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", $"def check(n):\n    \"\"\"{Sentence}\"\"\"\n    return n\n");
        EvaluationSet set = await QueryMiner.MineAsync(new DirectorySource(folder.FullPath), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = QueryStyles.Documentation | QueryStyles.Commit }, TestContext.Current.CancellationToken);
        Assert.Single(set.Queries);
        Assert.Contains(set.Notes, note => note.StartsWith("No questions from commits", StringComparison.Ordinal));
    }

    private static void Commit(TemporaryFolder folder, string subject, string[] files)
    {
        foreach (string file in files)
        {
            folder.Write(file, $"def work():\n    return '{subject}'\n");
        }

        Git.Run(folder.FullPath, "add", "-A");
        Git.Run(folder.FullPath, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-m", subject);
    }

    private static Task<EvaluationSet> MineAsync(params (string Path, string Text)[] files) =>
        QueryMiner.MineAsync(new MemorySource(files), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = QueryStyles.Documentation }, TestContext.Current.CancellationToken);

    private static Task<CodeIndex> IndexAsync(ISourceProvider source) =>
        new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Keeps the texts it is given; its vectors are all alike.</summary>
    private sealed class RecordingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Texts { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            string[] texts = [.. values];
            Texts.AddRange(texts);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
