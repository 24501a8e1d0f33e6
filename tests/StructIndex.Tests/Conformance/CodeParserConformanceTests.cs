using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

/// <summary>What an index expects of every <see cref="ICodeParser"/>. Inherit it, give a parser and a file that it parses, and run the tests.</summary>
public abstract class CodeParserConformanceTests
{
    /// <summary>The parser under test; asked for once for each test.</summary>
    protected abstract ICodeParser CreateParser();

    /// <summary>A file of the parser's language with several declarations, one of them inside another if the language nests.</summary>
    protected abstract SourceFile Sample { get; }

    [Fact]
    public void The_sample_is_taken_and_gives_declarations()
    {
        ICodeParser parser = CreateParser();
        Assert.True(parser.CanParse(Sample));
        Assert.NotEmpty(ParseOne(parser, Sample).Declarations);
        Assert.Empty(ParseOne(parser, Sample).Failures);
    }

    [Fact]
    public void Each_file_gives_one_result_in_the_same_order()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 20).Select(i => new SourceFile($"{i:00}/{Sample.Path}", Sample.Text, Sample.Language))];
        Assert.Equal(files, Parse(CreateParser(), files).Files.Select(file => file.Source));
    }

    [Fact]
    public void No_files_give_no_results() => Assert.Empty(Parse(CreateParser(), []).Files);

    [Fact]
    public void Spans_lie_in_the_text_and_parents_come_first_and_enclose()
    {
        ParsedFile parsed = ParseOne(CreateParser(), Sample);
        AssertWellFormed(parsed);
    }

    [Fact]
    public void The_name_stands_where_its_span_says() => Assert.All(
        ParseOne(CreateParser(), Sample).Declarations,
        declaration => Assert.Contains(declaration.Name, Sample.Text[declaration.NameSpan.Start..declaration.NameSpan.End], StringComparison.Ordinal));

    [Fact]
    public void The_same_text_gives_the_same_declarations_from_many_threads()
    {
        ICodeParser parser = CreateParser();
        string expected = Describe(ParseOne(parser, Sample));
        string[] actual = new string[16];
        Parallel.For(0, actual.Length, i => actual[i] = Describe(ParseOne(parser, Sample)));
        Assert.All(actual, description => Assert.Equal(expected, description));
    }

    [Fact]
    public void Progress_is_told_once_for_each_file()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 9).Select(i => new SourceFile($"{i}/{Sample.Path}", Sample.Text, Sample.Language))];
        List<string> seen = [];
        CreateParser().Parse(files, null, file => { lock (seen) { seen.Add(file.Path); } }, TestContext.Current.CancellationToken);
        Assert.Equal(files.Select(file => file.Path), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cancelled_token_stops_the_work()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 200).Select(i => new SourceFile($"{i}/{Sample.Path}", Sample.Text, Sample.Language))];
        Assert.ThrowsAny<OperationCanceledException>(() => CreateParser().Parse(files, null, null, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\ud800 \udfff")]
    [InlineData("((((((((((")]
    [InlineData("}}}}}}}}}}")]
    [InlineData("\"\"\" ''' ` /* <!-- (*")]
    [InlineData("\r\n\r\r\n")]
    [InlineData("\u2028\ufeff\u0301")]
    public void Odd_text_gives_a_result_and_no_exception(string text) => AssertWellFormed(ParseOne(CreateParser(), new SourceFile(Sample.Path, text, Sample.Language)));

    [Fact]
    public void Any_cut_of_the_sample_gives_a_result_and_no_exception()
    {
        ICodeParser parser = CreateParser();
        Gen<(int Start, int Length)> cuts = Gen.Choose(0, Sample.Text.Length).SelectMany(start => Gen.Choose(0, Sample.Text.Length - start).Select(length => (start, length)));
        Prop.ForAll(cuts.ToArbitrary(), cut => AssertWellFormed(ParseOne(parser, new SourceFile(Sample.Path, Sample.Text.Substring(cut.Start, cut.Length), Sample.Language)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Every_line_of_the_sample_belongs_to_a_unit_of_an_index()
    {
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [CreateParser()] }).BuildAsync(new MemorySource([Sample]), cancellationToken: TestContext.Current.CancellationToken);
        HashSet<int> covered = [.. index.Units.SelectMany(unit => Enumerable.Range(unit.Lines.Start, unit.Lines.End - unit.Lines.Start + 1))];
        string[] lines = Sample.Text.Split('\n');
        Assert.All(Enumerable.Range(1, Sample.LineCount).Where(line => !string.IsNullOrWhiteSpace(lines[line - 1])), line => Assert.Contains(line, covered));
    }

    private static ParserOutput Parse(ICodeParser parser, IReadOnlyList<SourceFile> files) => parser.Parse(files, null, null, TestContext.Current.CancellationToken);

    private static ParsedFile ParseOne(ICodeParser parser, SourceFile file) => Assert.Single(Parse(parser, [file]).Files);

    private static void AssertWellFormed(ParsedFile parsed)
    {
        SourceSpan whole = new(0, parsed.Source.Text.Length);
        HashSet<CodeDeclaration> before = [];
        int start = 0;
        foreach (CodeDeclaration declaration in parsed.Declarations)
        {
            Assert.NotEmpty(declaration.Name);
            Assert.InRange(declaration.Span.Start, start, whole.End);
            Assert.True(whole.Contains(declaration.Span) && declaration.Span.Length >= 0, $"{declaration}: the span leaves the text.");
            Assert.True(declaration.Span.Contains(declaration.NameSpan), $"{declaration}: the name stands outside.");
            Assert.True(declaration.Body.Length == 0 || declaration.Span.Contains(declaration.Body), $"{declaration}: the body leaves the declaration.");
            Assert.True(declaration.Parent is null || (before.Contains(declaration.Parent) && declaration.Parent.Span.Contains(declaration.Span)), $"{declaration}: its parent does not enclose it, or comes later.");
            before.Add(declaration);
            start = declaration.Span.Start;
        }
    }

    private static string Describe(ParsedFile parsed) => string.Join('\n', parsed.Declarations.Select(declaration => $"{declaration} {declaration.Span} {declaration.Signature} {declaration.Documentation}"));
}
