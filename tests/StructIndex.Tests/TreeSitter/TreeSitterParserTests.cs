using System.Diagnostics;

namespace StructIndex.Tests;

public sealed class TreeSitterParserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_language_of_the_table_loads_its_grammar_and_compiles_its_query()
    {
        foreach (string language in TreeSitterParser.Languages)
        {
            ParsedFile file = Parse(new SourceFile("empty", "", language));
            Assert.Empty(file.Failures);
            Assert.Empty(file.Declarations);
        }
    }

    [Fact]
    public void Results_come_in_the_order_of_the_files_whatever_thread_parsed_them()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 200).Select(i => new SourceFile($"f{i:D3}.py", $"def f{i}(): pass\n", "python"))];
        ParserOutput result = new TreeSitterParser().Parse(files, null, null, Token);
        Assert.Equal(files, result.Files.Select(file => file.Source));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"f{i}"), result.Files.Select(file => file.Declarations.Single().Name));
    }

    [Fact]
    public void A_parent_comes_before_what_it_holds_and_spans_never_cross()
    {
        ParsedFile file = Parse(new SourceFile("a.ts", string.Concat(Enumerable.Range(0, 50).Select(i => $"export class C{i} {{ m{i}() {{ function inner() {{}} }} x = () => 1; }}\n")), "typescript"));
        foreach (CodeDeclaration declaration in file.Declarations.Where(declaration => declaration.Parent is not null))
        {
            Assert.True(declaration.Parent!.Span.Contains(declaration.Span));
        }

        Assert.Equal(file.Declarations.OrderBy(declaration => declaration.Span.Start).ThenByDescending(declaration => declaration.Span.End), file.Declarations);
        Assert.Equal(200, file.Declarations.Count);
    }

    [Theory]
    [InlineData("/** Doc. */")]
    [InlineData("/**\n   * Doc.\n   */")]
    [InlineData("// Doc.")]
    public void Documentation_after_a_body_that_indentation_ends_is_of_what_follows(string documentation)
    {
        string text = $"class A {{\n  def one: Int =\n    x.foo(this)\n\n  {documentation}\n  @inline\n  def two: Int =\n    y.bar(this)\n}}\n";
        ParsedFile file = Parse(new SourceFile("a.scala", text, "scala"));
        Assert.Equal(["A", "one", "two"], file.Declarations.Select(declaration => declaration.Name));
        Assert.All(file.Declarations.Skip(1), declaration => Assert.Equal(("A", UnitKind.Method), (declaration.Container, declaration.Kind)));
        Assert.Equal("x.foo(this)", text[file.Declarations[1].Body.Start..file.Declarations[1].Body.End].TrimStart('=').Trim());
        Assert.EndsWith("y.bar(this)", text[..file.Declarations[2].Span.End].TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("Doc.", file.Declarations[2].Documentation);
        Assert.Equal(["A.one foo", "A.two bar"], file.References.Select(reference => $"A.{reference.From!.Name} {reference.Name}"));
    }

    [Fact]
    public void A_macro_that_a_macro_is_given_is_declared()
    {
        string text = "cfg_rt! {\n    /// Says hello.\n    macro_rules! greet {\n        ($name:expr) => { hello($name) };\n    }\n    mod inner;\n}\nmacro_rules! plain { () => {}; }\n";
        ParsedFile file = Parse(new SourceFile("a.rs", text, "rust"));
        Assert.Equal([("greet", UnitKind.Macro), ("plain", UnitKind.Macro)], file.Declarations.Select(declaration => (declaration.Name, declaration.Kind)));
        Assert.Equal("macro_rules! greet {\n        ($name:expr) => { hello($name) };\n    }", text[text.IndexOf("macro_rules", StringComparison.Ordinal)..file.Declarations[0].Span.End]);
        Assert.Equal("macro_rules! greet", file.Declarations[0].Signature);
    }

    [Fact]
    public void Offsets_are_UTF_16_units_also_after_characters_of_two()
    {
        const string Text = "# 😀😀\ndef grüße(): pass\n";
        CodeDeclaration declaration = Assert.Single(Parse(new SourceFile("a.py", Text, "python")).Declarations);
        Assert.Equal("grüße", Text[declaration.NameSpan.Start..declaration.NameSpan.End]);
        Assert.Equal("😀😀", declaration.Documentation);
    }

    [Fact]
    public void A_long_function_has_breaks_at_its_statements_and_a_short_one_has_none()
    {
        string body = string.Concat(Enumerable.Range(0, 100).Select(i => $"    call{i}(\n        {i})\n"));
        ParsedFile file = Parse(new SourceFile("a.py", $"def long():\n{body}\ndef short():\n    pass\n", "python"));
        Assert.Equal(100, file.Declarations[0].Breaks.Count(offset => file.Source.Text.AsSpan(offset).StartsWith("call")));
        Assert.Equal(file.Declarations[0].Breaks.Order(), file.Declarations[0].Breaks);
        Assert.Empty(file.Declarations[1].Breaks);
        Assert.Contains(file.Source.Text.IndexOf("def short", StringComparison.Ordinal), file.Breaks);
    }

    [Fact]
    public void A_cancelled_run_stops_with_the_exception_of_cancellation()
    {
        string endless = string.Concat(Enumerable.Repeat("int f(int a) { return g(a, a); }\n", 100_000));
        SourceFile[] files = [.. Enumerable.Range(0, 16).Select(i => new SourceFile($"f{i}.c", endless, "c"))];
        using CancellationTokenSource source = new(100);
        Assert.ThrowsAny<OperationCanceledException>(() => new TreeSitterParser().Parse(files, null, null, source.Token));
    }

    [Fact]
    public async Task One_large_file_that_is_cancelled_in_the_middle_is_left_soon()
    {
        string large = string.Concat(Enumerable.Repeat("int f(int a) { return g(a, a); }\n", 200_000));
        SourceFile[] files = [new("a.c", large, "c")];
        using CancellationTokenSource source = new();
        Task parse = Task.Run(() => new TreeSitterParser().Parse(files, null, null, source.Token), Token);
        await Task.Delay(300, Token);
        long cancelled = Stopwatch.GetTimestamp();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parse);

        // The promise is 200 ms on an idle machine; the bound leaves room for a busy one and still fails where the token is ignored.
        Assert.True(Stopwatch.GetElapsedTime(cancelled) < TimeSpan.FromSeconds(10), $"took {Stopwatch.GetElapsedTime(cancelled)}");
    }

    [Fact]
    public void A_file_over_its_time_is_reported_and_the_next_one_is_parsed_as_if_nothing_had_been()
    {
        string large = string.Concat(Enumerable.Repeat("int f(int a) { return g(a, a); }\n", 60_000));
        SourceFile[] files = [new("a.c", large, "c"), new("b.c", "int small(void) { return 1; }", "c")];
        TreeSitterParserOptions hasty = new() { TimeoutPerFile = TimeSpan.FromMilliseconds(20), Parallelism = 1 };
        IReadOnlyList<ParsedFile> parsed = new TreeSitterParser(hasty).Parse(files, null, null, Token).Files;
        Assert.Equal(FileFailureKind.ParseTimedOut, Assert.Single(parsed[0].Failures).Kind);
        Assert.Empty(parsed[0].Declarations);

        // On a machine too busy for 20 ms the small file may run out of time too; what it gives is then nothing, never a rest of the first.
        Assert.All(parsed[1].Declarations, declaration => Assert.Equal("small", declaration.Name));
        Assert.True(parsed[1].Declarations.Count == 1 || parsed[1].Failures.Count == 1);
    }

    [Fact]
    public void A_session_after_one_that_was_stopped_starts_afresh()
    {
        TsLanguage language = TsLanguage.Load("c", "c");
        using TsSession session = new();
        string large = string.Concat(Enumerable.Repeat("int f(int a) { return g(a, a); }\n", 10_000));
        Assert.Equal(0, ParseWith(session, language, large, cancelled: 1));
        Assert.Equal("int x;".Length, ParseWith(session, language, "int x;", cancelled: 0));
    }

    [Theory]
    [InlineData(12u)]
    [InlineData(16u)]
    public void A_grammar_of_another_ABI_is_refused_by_name(uint abi)
    {
        TreeSitterException exception = Assert.Throws<TreeSitterException>(() => TsLanguage.CheckAbi("cobol", abi));
        Assert.Contains("cobol", exception.Message);
        Assert.Contains($"ABI {abi}", exception.Message);
    }

    [Fact]
    public void A_grammar_that_is_not_there_is_named()
        => Assert.Contains("cobol", Assert.Throws<TreeSitterException>(() => TsLanguage.Load("cobol", "cobol")).Message);

    [Fact]
    public void A_query_that_does_not_fit_its_grammar_says_where()
    {
        TsLanguage language = TsLanguage.Load("c", "c");
        TreeSitterException exception = Assert.Throws<TreeSitterException>(() => new TsQuery(language, "(comment) @comment\n(no_such_node) @call", "test"));
        Assert.Contains("line 2", exception.Message);
        Assert.Contains("no_such_node", exception.Message);
    }

    [Fact]
    public void A_text_over_the_limit_stays_plain_text()
    {
        TreeSitterParser parser = new(new TreeSitterParserOptions { MaxLength = 10 });
        ParsedFile file = parser.Parse([new SourceFile("a.py", "def f(): pass", "python")], null, null, Token).Files[0];
        Assert.Equal(FileFailureKind.TooLarge, Assert.Single(file.Failures).Kind);
    }

    [Fact]
    public void Options_that_bound_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeSitterParser(new TreeSitterParserOptions { TimeoutPerFile = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeSitterParser(new TreeSitterParserOptions { MaxLength = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeSitterParser(new TreeSitterParserOptions { Parallelism = 0 }));
    }

    [Theory]
    [InlineData(500, 500, false)]
    [InlineData(5000, 500, false)]
    [InlineData(5000, 5000, true)]
    [InlineData(100_000, 500, true)]
    public unsafe void Time_spent_waiting_for_a_processor_counts_a_tenth(int wall, int processor, bool isSpent)
    {
        int cancelled = 0;
        TsBudget budget = new()
        {
            Started = Environment.TickCount64 - wall,
            Processor = Environment.CpuUsage.TotalTime - TimeSpan.FromMilliseconds(processor),
            Limit = 4000,
            Cancelled = &cancelled,
        };
        Assert.Equal(isSpent, budget.IsSpent);
    }

    private static ParsedFile Parse(SourceFile file) => new TreeSitterParser().Parse([file], null, null, Token).Files[0];

    private static unsafe int ParseWith(TsSession session, TsLanguage language, string text, int cancelled)
    {
        fixed (char* start = text)
        {
            TsBudget budget = new() { Text = start, Bytes = (uint)text.Length * 2, Limit = long.MaxValue, Cancelled = &cancelled };
            session.Begin();
            try
            {
                return session.Parse(language, &budget)?.End ?? 0;
            }
            finally
            {
                session.End();
            }
        }
    }
}
