using Microsoft.ML.Tokenizers;

namespace StructIndex.Tests;

public class ContextPackTests
{
    private const string Question = "reserve the items of an order";

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(400)]
    [InlineData(5000)]
    public async Task The_text_never_takes_more_than_the_budget(int budget)
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = await index.BuildContextAsync(Question, budget, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(pack.Text.Length == 0 ? 0 : TokenEstimate.Count(pack.Text), pack.Tokens);
        Assert.InRange(pack.Tokens, 0, budget);
        Assert.Equal(pack.Pieces.Count == 0, pack.Reason is not null);
    }

    [Fact]
    public async Task A_counter_that_does_not_add_up_is_obeyed_all_the_same()
    {
        CodeIndex index = await ShopCode.IndexAsync();

        // Quadratic: the whole counts far more than its pieces together.
        ContextOptions options = new() { CountTokens = text => text.Length * text.Length / 5000 };
        ContextPack pack = await index.BuildContextAsync(Question, 300, options, TestContext.Current.CancellationToken);
        Assert.NotEmpty(pack.Pieces);
        Assert.InRange(options.CountTokens(pack.Text), 1, 300);
        Assert.Equal(options.CountTokens(pack.Text), pack.Tokens);
    }

    [Fact]
    public async Task Any_tokenizer_of_the_tokenizers_package_can_count()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        Tokenizer[] tokenizers = [TiktokenTokenizer.CreateForEncoding("o200k_base"), HubTokenizer.Load(Assets.At("tokenizers", "bpe-roberta.json"))];
        foreach (Tokenizer tokenizer in tokenizers)
        {
            ContextOptions options = new() { CountTokens = text => tokenizer.CountTokens(text) };
            ContextPack pack = await index.BuildContextAsync(Question, 300, options, TestContext.Current.CancellationToken);
            Assert.NotEmpty(pack.Pieces);
            Assert.Equal(tokenizer.CountTokens(pack.Text), pack.Tokens);
            Assert.InRange(pack.Tokens, 1, 300);
        }
    }

    [Fact]
    public async Task A_small_budget_shows_signatures_of_several_files_and_a_large_one_whole_units()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack small = await index.BuildContextAsync(Question, 170, cancellationToken: TestContext.Current.CancellationToken);
        ContextPack large = await index.BuildContextAsync(Question, 3000, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(small.Pieces.Select(piece => piece.Path).Distinct().Count() >= 2, small.Text);
        Assert.All(FormsOf(large).Where(entry => entry.Why.StartsWith("hit", StringComparison.Ordinal)), entry => Assert.Equal(ContextForm.Whole, entry.Form));
        Assert.Contains("_taken++;", large.Text, StringComparison.Ordinal);
        Assert.Empty(large.LeftOut);
        Assert.DoesNotContain("Left out", large.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_unit_comes_whole_first_where_it_fits()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        SearchHit[] hits = HitsOf(index, "Orders.Reserve", "Orders.Cancel", "Stock.Take");
        int least = index.BuildContext(hits[..1], 10_000).Pieces[0].Tokens + 30;
        ContextPack pack = index.BuildContext(hits, least);
        Assert.Equal(("Reserve", ContextForm.Whole), (pack.Pieces[0].Entries[0].Unit.Name, pack.Pieces[0].Entries[0].Form));
        Assert.Equal(ContextForm.Signature, FormsOf(index.BuildContext(hits, least / 2)).First().Form);
    }

    [Fact]
    public async Task What_is_hardly_relevant_takes_a_quarter_of_the_budget_at_most()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        SearchHit[] hits = HitsOf(index, "Retry.call_again", "Orders.Reserve", "Orders.Cancel", "Stock.Take", "Stock.PutBack", "Checkout.Pay");
        SearchHit[] hardly = [hits[0], .. hits[1..].Select(hit => hit with { Relevance = .001 })];
        for (int budget = 120; budget < 800; budget += 40)
        {
            ContextPack pack = index.BuildContext(hardly, budget);
            Assert.True(4 * pack.Pieces.Where(piece => piece.Path != "web/retry.py").Sum(piece => piece.Tokens) <= budget, pack.Text);
        }

        Assert.Equal(ContextForm.Whole, FormsOf(index.BuildContext(hardly[1..2], 300)).First().Form);
        Assert.Empty(index.BuildContext(hardly, 5000).LeftOut);
    }

    [Fact]
    public async Task What_is_left_out_or_cut_is_said()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = await index.BuildContextAsync(Question, 110, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(pack.LeftOut);
        Assert.Contains($"Left out for want of room or relevance: {pack.LeftOut.Count} more units", pack.Text, StringComparison.Ordinal);
        Assert.Contains(FormsOf(pack), entry => entry.Form != ContextForm.Whole);
        Assert.Contains("signature of", pack.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_piece_says_its_path_its_lines_and_why_it_is_there()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = await index.BuildContextAsync(Question, 800, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(pack.Pieces, piece => Assert.Contains($"### {piece.Path}:{piece.Lines} ({piece.Why})", pack.Text, StringComparison.Ordinal));
        Assert.All(FormsOf(pack), entry => Assert.Matches("^(hit \\d+, relevance [01]\\.\\d\\d|calls .+|called by .+)$", entry.Why));
    }

    [Fact]
    public async Task Every_line_of_code_is_a_whole_line_of_its_file_or_a_signature_or_documentation()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        HashSet<string> lines = [.. ShopCode.Files.SelectMany(file => file.Text.Split('\n')).Select(line => line.Trim())];
        HashSet<string> signatures = [.. index.Units.Select(unit => unit.Signature)];
        for (int budget = 50; budget < 1200; budget += 50)
        {
            ContextPack pack = await index.BuildContextAsync(Question, budget, cancellationToken: TestContext.Current.CancellationToken);
            foreach (string line in pack.Pieces.SelectMany(piece => piece.Text.Split('\n')).Select(line => line.Trim()))
            {
                Assert.True(line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith('#') || line.StartsWith('>') || lines.Contains(line) || signatures.Contains(line), line);
            }
        }
    }

    [Fact]
    public async Task A_type_and_its_members_are_one_piece_with_the_code_in_its_place()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = index.BuildContext(HitsOf(index, "Orders.Cancel", "Orders", "Orders.Reserve"), 2000);
        ContextPiece piece = Assert.Single(pack.Pieces, piece => piece.Path == "shop/Orders.cs");
        Assert.Equal(["Orders", "Reserve", "Cancel"], piece.Entries.Select(entry => entry.Unit.Name));
        Assert.Equal(
            """
            // Takes orders and reserves their items.
            public class Orders(Stock stock)
            {
                private int _taken;
            """, string.Join('\n', piece.Text.Split('\n').Take(4)));
        Assert.Contains("\n    public void Cancel(string[] items)\n    {\n        foreach (string item in items)\n", piece.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n}", piece.Text, StringComparison.Ordinal);
        Assert.Equal(piece.Text.Split('\n').Length, piece.Text.Split('\n').Count(line => line == line.TrimEnd()));
    }

    [Fact]
    public async Task Callers_and_callees_are_there_by_their_signatures()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = index.BuildContext(HitsOf(index, "Orders.Reserve"), 1000);
        ContextEntry caller = FormsOf(pack).Single(entry => entry.Unit.Name == "Pay");
        ContextEntry callee = FormsOf(pack).Single(entry => entry.Unit.Name == "Take");
        Assert.Equal((ContextForm.Signature, "calls Shop.Orders.Reserve"), (caller.Form, caller.Why));
        Assert.Equal((ContextForm.Signature, "called by Shop.Orders.Reserve"), (callee.Form, callee.Why));
        Assert.Contains("// Takes an item from the shelf.\npublic bool Take(string item)\n", pack.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TryGetValue", pack.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_on_one_line_is_in_order_and_once()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource([new SourceFile("a.cs", "class Foo { void Reserve() {} void Cancel() {} }\n"), new SourceFile("b.js", "function outer() { function inner() { return 1 } return inner() }\n")]),
            cancellationToken: TestContext.Current.CancellationToken);
        ContextPack pack = index.BuildContext(HitsOf(index, "Foo.Cancel", "Foo.Reserve", "Foo", "inner", "outer"), 2000);
        Assert.Equal("class Foo { void Reserve() {} void Cancel() {} }", pack.Pieces.Single(piece => piece.Path == "a.cs").Text);
        Assert.Equal("function outer() { function inner() { return 1 } return inner() }", pack.Pieces.Single(piece => piece.Path == "b.js").Text);
    }

    [Fact]
    public async Task An_empty_file_is_no_piece()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([.. ShopCode.Files, new SourceFile("empty.py", ""), new SourceFile("blank.cs", " \n\n")]), cancellationToken: TestContext.Current.CancellationToken);
        ContextPack pack = await index.BuildContextAsync(Question, 5000, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(pack.Pieces, piece => string.IsNullOrWhiteSpace(piece.Text));
        Assert.DoesNotContain(pack.LeftOut, unit => unit.Path == "empty.py");
    }

    [Fact]
    public async Task Documentation_is_written_as_comments_of_the_language()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextPack pack = index.BuildContext(HitsOf(index, "Retry.call_again"), 1000);
        Assert.StartsWith("# Call an action again after a growing delay.\ndef call_again(self, action, attempts):\n    for attempt in range(attempts):\n", pack.Pieces[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fence_is_longer_than_any_in_the_text_it_holds()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeUnit prose = index.Units.First(unit => unit.Language == "markdown" && unit.Body.Contains("```", StringComparison.Ordinal));
        ContextPack pack = index.BuildContext([new SearchHit { Unit = prose, Rank = 1, Score = 1, Relevance = 1 }], 1000);
        Assert.Contains("````markdown\n", pack.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_text()
    {
        CodeIndex first = await ShopCode.IndexAsync(), second = await ShopCode.IndexAsync();
        Assert.Equal(
            (await first.BuildContextAsync(Question, 500, cancellationToken: TestContext.Current.CancellationToken)).Text,
            (await second.BuildContextAsync(Question, 500, cancellationToken: TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task A_filter_leaves_other_hits_out()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        ContextOptions options = new() { Filter = new UnitFilter { PathGlobs = ["web/**"] } };
        ContextPack pack = await index.BuildContextAsync("call an action again", 1000, options, TestContext.Current.CancellationToken);
        Assert.All(pack.Pieces, piece => Assert.Equal("web/retry.py", piece.Path));
        Assert.NotEmpty(pack.Pieces);
    }

    [Fact]
    public async Task Signs_of_globs_in_a_path_are_taken_as_they_are()
    {
        SourceFile[] files = [new("app/[id]/{x},y.ts", "export function reserveItems(order: Order) { return order.items; }\nexport function cancelItems(order: Order) { return []; }"), .. ShopCode.Files];
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(files), cancellationToken: TestContext.Current.CancellationToken);
        ContextPack pack = await index.BuildContextAsync("reserveItems", 2000, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(FormsOf(pack), entry => entry.Unit.Name == "reserveItems");
        Assert.Contains(FormsOf(pack), entry => entry.Unit.Name == "cancelItems");
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_pack_with_the_reason()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(Array.Empty<SourceFile>()), cancellationToken: TestContext.Current.CancellationToken);
        ContextPack pack = await index.BuildContextAsync(Question, 500, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("", 0), (pack.Text, pack.Tokens));
        Assert.Equal("The index is empty.", pack.Reason);
    }

    [Fact]
    public async Task A_budget_below_one_and_a_hit_of_another_index_are_refused()
    {
        CodeIndex index = await ShopCode.IndexAsync(), other = await ShopCode.IndexAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => index.BuildContextAsync(Question, 0));
        Assert.Throws<ArgumentException>(() => index.BuildContext(HitsOf(other, "Orders.Reserve"), 100));
    }

    private static IEnumerable<ContextEntry> FormsOf(ContextPack pack) => pack.Pieces.SelectMany(piece => piece.Entries);

    private static SearchHit[] HitsOf(CodeIndex index, params string[] symbols) =>
        [.. symbols.Select((symbol, i) => new SearchHit { Unit = index.Find(symbol)[0], Rank = i + 1, Score = 1, Relevance = .9 })];
}
