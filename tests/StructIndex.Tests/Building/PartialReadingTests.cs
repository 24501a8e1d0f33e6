namespace StructIndex.Tests;

/// <summary>What an index lacks of a file is said, with the reason.</summary>
public sealed class PartialReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.py", "def save():\n    pass\n")]
    [InlineData("a.kt", "// a class Lost { comment\nclass A { val text = \"fun lost()\" }\n")]
    [InlineData("a.cs", "class A { void M() { } }\n")]
    public async Task A_file_that_is_read_whole_has_no_failure(string path, string text) => Assert.Empty(await FailuresAsync(path, text));

    [Theory]
    [InlineData("a.rs", "fn a() {}\n%% ?? !!\n(( ]] 7\nfn b() {}\n", "3 of 4 lines", "line 2")]
    [InlineData("a.ts", "const a = ;;; ) ( { [\nconst b = 2\n", "2 of 2 lines", "line 1")]
    [InlineData("a.cs", "class A\n{\n    void M( => ; ) }\n    int }\n", "of 4 lines", "line 3")]
    public async Task Syntax_errors_over_a_tenth_of_the_lines_are_said_with_the_first_line(string path, string text, string share, string first)
    {
        FileFailure failure = Assert.Single(await FailuresAsync(path, text), failure => failure.Kind == FileFailureKind.SyntaxErrors);
        Assert.True(failure.IsReadInPart);
        Assert.Contains(share, failure.Message, StringComparison.Ordinal);
        Assert.Contains(first, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_lines_with_errors_in_a_long_file_are_no_failure()
    {
        string functions = string.Concat(Enumerable.Range(0, 20).Select(i => $"fn f{i}() {{}}\n"));
        Assert.Empty(await FailuresAsync("a.rs", functions + "%%\n" + functions));
    }

    [Fact]
    public async Task A_lost_declaration_is_named_with_its_line()
    {
        string methods = string.Concat(Enumerable.Range(0, 30).Select(i => $"    function f{i}() {{}}\n"));
        FileFailure failure = Assert.Single(await FailuresAsync("a.php", $"<?php\nclass A {{\n{methods}    function lost(((\n}}\n// function nowhere() in a comment\n"));
        Assert.Equal(FileFailureKind.DeclarationsLost, failure.Kind);
        Assert.Equal("After syntax errors these are no units of their own: lost (line 33).", failure.Message);
    }

    [Fact]
    public async Task Code_under_an_unknown_extension_is_named_and_other_content_is_not()
    {
        _folder.Write("rule.zorg", "import base\n\nfunction apply(x) {\n  return x + 1;\n}\n");
        _folder.Write("notes.zorg", "The function of the import is to return goods.\nOr so they say.\n");
        _folder.Write("picture.zorg", [1, 0, 2, 0, 3]);
        _folder.Write("empty.zorg", "");
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.FullPath), TestContext.Current.CancellationToken);
        Assert.Empty(reading.Files);
        FileFailure failure = Assert.Single(reading.Failures);
        Assert.Equal(("rule.zorg", FileFailureKind.UnknownLanguage, false), (failure.Path, failure.Kind, failure.IsReadInPart));
    }

    [Fact]
    public async Task Bytes_in_no_known_encoding_are_read_and_said()
    {
        _folder.Write("a.py", [.. "# caf"u8, 0xE9, .. "\ndef save(): pass\n"u8]);
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.FullPath), TestContext.Current.CancellationToken);
        Assert.Contains("def save()", Assert.Single(reading.Files).Text, StringComparison.Ordinal);
        FileFailure failure = Assert.Single(reading.Failures);
        Assert.Equal(("a.py", FileFailureKind.EncodingGuessed, true), (failure.Path, failure.Kind, failure.IsReadInPart));
    }

    private static async Task<IReadOnlyList<FileFailure>> FailuresAsync(string path, string text) =>
        (await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers, BindEdges = false }).BuildAsync(new MemorySource([(path, text)]), cancellationToken: TestContext.Current.CancellationToken)).Failures;
}
