namespace StructIndex.Tests;

public sealed class RelevanceModelTests
{
    [Fact]
    public void There_is_a_weight_for_each_feature_and_a_constant()
    {
        Assert.Equal(AnswerabilityFeatures.Count + 1, RelevanceWeights.Answerable.Length);
        Assert.Equal(AnswerabilityFeatures.Count + 1, RelevanceWeights.AnswerableByWords.Length);
        Assert.Equal(HitFeatures.Count + 1, RelevanceWeights.Hit.Length);
        Assert.Equal(HitFeatures.Count + 1, RelevanceWeights.HitByWords.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hit_is_a_probability_that_falls_with_its_distance_to_the_first(bool hasDense)
    {
        SearchResult found = hasDense
            ? await (await SmallShopAsync()).SearchAsync("discount of an order", cancellationToken: Token)
            : new Searcher(TinyIndex.Of([TinyIndex.Unit("order.cs", "discount")])).Search("discount", [], new SearchOptions());
        Assert.Equal(hasDense, found.Features!.HasDense);
        double before = RelevanceModel.OfHit(new HitFeatures(1, 0, .3, .5, .5), found.Features, 1);
        Assert.InRange(before, RelevanceModel.OfHit(new HitFeatures(1, 0, .01, .5, .5), found.Features, 1), 1);
        for (int rank = 2; rank <= 100; rank++)
        {
            double now = RelevanceModel.OfHit(new HitFeatures(rank, rank * .05, 0, .5, .5), found.Features, 1);
            Assert.InRange(now, 0, before);
            before = now;
        }
    }

    [Fact]
    public async Task A_question_about_the_code_is_answered_and_one_about_another_world_is_refused_with_the_reason()
    {
        CodeIndex index = await SmallShopAsync();
        SearchResult own = await index.SearchAsync("where is the discount of an order computed", cancellationToken: Token);
        Assert.False(own.Abstained);
        Assert.Equal("ComputeDiscount", own.Hits[0].Unit.Name);
        Assert.InRange(own.Relevance, RelevanceThresholds.Weak(hasDense: true), 1);
        Assert.All(own.Hits, hit => Assert.InRange(hit.Relevance, 0, own.Relevance));

        SearchResult foreign = await index.SearchAsync("how long should a kubernetes sourdough ferment", cancellationToken: Token);
        Assert.True(foreign.Abstained);
        Assert.Empty(foreign.Hits);
        Assert.InRange(foreign.Relevance, 0, RelevanceThresholds.Weak(hasDense: true));
        Assert.Contains("'kubernetes'", foreign.Reason, StringComparison.Ordinal);
        Assert.Contains("'sourdough'", foreign.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_symbol_that_the_index_holds_is_never_refused()
    {
        CodeIndex index = await SmallShopAsync();
        foreach (string symbol in (string[])["ComputeDiscount", "Order.ComputeDiscount", "Warehouse", "where is ReserveStock"])
        {
            Assert.False((await index.SearchAsync(symbol, cancellationToken: Token)).Abstained, symbol);
        }
    }

    [Fact]
    public void The_title_of_a_change_is_answered_by_less_than_a_question_and_that_by_less_than_code()
    {
        Assert.All((bool[])[true, false], hasDense =>
        {
            Assert.InRange(RelevanceThresholds.Refused(QueryKind.Sentence, 9, hasDense), RelevanceThresholds.Refused(QueryKind.Title, 9, hasDense), RelevanceThresholds.Refused(QueryKind.Snippet, 9, hasDense));
            Assert.InRange(RelevanceThresholds.Refused(QueryKind.Snippet, 9, hasDense), 0, RelevanceThresholds.Weak(hasDense));
        });
        Assert.InRange(RelevanceThresholds.Refused(QueryKind.Sentence, 3, hasDense: true), RelevanceThresholds.Refused(QueryKind.Title, 3, hasDense: true), RelevanceThresholds.Refused(QueryKind.Sentence, 4, hasDense: true));
        Assert.False(RelevanceModel.IsHopeless(QueryKind.Sentence, namesSymbol: true, answerable: .1, least: .5));
        Assert.True(RelevanceModel.IsHopeless(QueryKind.Snippet, namesSymbol: true, answerable: .1, least: .5));
    }

    [Fact]
    public async Task Code_of_another_repository_is_refused_though_it_names_a_symbol_that_is_here()
    {
        CodeIndex index = await SmallShopAsync();
        SearchResult foreign = await index.SearchAsync("foreach (Kubelet kubelet in cluster.Kubelets) { Order drained = kubelet.Evict(taints); scheduler.Cordon(drained.Hostname); }", cancellationToken: Token);
        Assert.Equal(QueryKind.Snippet, foreign.Features!.Kind);
        Assert.True(foreign.Abstained);
        Assert.False((await index.SearchAsync("decimal total = order.ComputeDiscount(customer); bool isReserved = warehouse.ReserveStock(article, count);", cancellationToken: Token)).Abstained);
    }

    [Fact]
    public async Task Words_that_hold_a_question_together_change_nothing_of_what_the_words_say()
    {
        CodeIndex index = await SmallShopAsync();
        SearchResult plain = await index.SearchAsync("discount order computed", new SearchOptions { MinimumRelevance = 0 }, Token);
        SearchResult asked = await index.SearchAsync("where is the discount of an order computed", new SearchOptions { MinimumRelevance = 0 }, Token);
        foreach (AnswerabilityFeature feature in (AnswerabilityFeature[])[AnswerabilityFeature.HeldRarity, AnswerabilityFeature.QueryRarity, AnswerabilityFeature.RarestHeld, AnswerabilityFeature.KnownWords, AnswerabilityFeature.QueryWords])
        {
            Assert.Equal(plain.Features![feature], asked.Features![feature], 1e-9);
        }
    }

    [Fact]
    public async Task A_rare_word_that_the_index_holds_is_evidence_whatever_the_other_words_are()
    {
        CodeIndex index = await SmallShopAsync();
        AnswerabilityFeatures rare = await FeaturesAsync("reserve a sourdough"), common = await FeaturesAsync("the count of a sourdough"), none = await FeaturesAsync("knead a sourdough");
        Assert.True(rare[AnswerabilityFeature.RarestHeld] > common[AnswerabilityFeature.RarestHeld]);
        Assert.Equal(0, none[AnswerabilityFeature.RarestHeld]);
        Assert.True(RelevanceModel.Answerable(rare) > RelevanceModel.Answerable(none));

        async Task<AnswerabilityFeatures> FeaturesAsync(string question) => (await index.SearchAsync(question, new SearchOptions { MinimumRelevance = 0 }, Token)).Features!;
    }

    [Fact]
    public async Task Names_of_several_words_that_no_unit_holds_speak_against_an_answer()
    {
        CodeIndex index = await SmallShopAsync();
        Assert.Equal(0, await LostAsync("ReserveStock of an article"));
        Assert.Equal(.5f, await LostAsync("ReserveStock or BakeSourdough"));
        Assert.Equal(0, await LostAsync("reserve stock"));

        async Task<float> LostAsync(string question) => (await index.SearchAsync(question, new SearchOptions { MinimumRelevance = 0 }, Token)).Features![AnswerabilityFeature.LostNames];
    }

    [Fact]
    public async Task A_minimum_of_zero_answers_all_the_same_and_one_of_one_refuses()
    {
        CodeIndex index = await SmallShopAsync();
        Assert.NotEmpty((await index.SearchAsync("how long should stock be boiled", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        SearchResult refused = await index.SearchAsync("where is the discount of an order computed", new SearchOptions { MinimumRelevance = 1 }, Token);
        Assert.True(refused.Abstained);
        Assert.Contains("1.00", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_threshold_of_an_index_holds_where_the_options_say_nothing_and_is_saved_with_it()
    {
        CodeIndex index = (await SmallShopAsync()).WithMinimumRelevance(1);
        Assert.True((await index.SearchAsync("discount of an order", cancellationToken: Token)).Abstained);
        using TemporaryFolder folder = new();
        await index.SaveAsync(folder.At("shop.index"), Token);
        CodeIndex loaded = await CodeIndexer.LoadAsync(folder.At("shop.index"), cancellationToken: Token);
        Assert.Equal(1, loaded.MinimumRelevance);
        Assert.True((await loaded.SearchAsync("discount of an order", cancellationToken: Token)).Abstained);
        Assert.Equal("minimumRelevance", Assert.Throws<ArgumentOutOfRangeException>(() => loaded.WithMinimumRelevance(double.NaN)).ParamName);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<CodeIndex> SmallShopAsync() => CodeIndexer.IndexAsync(
        new MemorySource(
        [
            new SourceFile(
                "Order.cs",
                """
                /// <summary>An order of a customer.</summary>
                public class Order
                {
                    /// <summary>Computes the discount that the customer gets on the order.</summary>
                    public decimal ComputeDiscount(decimal total) => total > 100 ? total * 0.1m : 0;

                    /// <summary>Adds a line to the order.</summary>
                    public void AddLine(string article, int count) { }
                }
                """),
            new SourceFile(
                "Warehouse.cs",
                """
                /// <summary>Keeps the stock of articles.</summary>
                public class Warehouse
                {
                    /// <summary>Reserves stock of an article for an order.</summary>
                    public bool ReserveStock(string article, int count) => count < 10;
                }
                """),
        ]),
        cancellationToken: Token);

    [Fact]
    public void The_documentation_names_the_thresholds_that_hold()
    {
        string documentation = string.Join(' ', File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "StructIndex.Core.xml")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(FormattableString.Invariant($"below {RelevanceThresholds.Weak(hasDense: true)} with the model of the package, {RelevanceThresholds.Weak(hasDense: false)} without vectors"), documentation, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"({RelevanceThresholds.Refused(QueryKind.Sentence, 3, hasDense: true)} where at most three words say"), documentation, StringComparison.Ordinal);
        foreach (bool hasDense in (bool[])[true, false])
        {
            string title = FormattableString.Invariant($"{RelevanceThresholds.Refused(QueryKind.Title, 9, hasDense)} for the title of a change"), report = FormattableString.Invariant($"{RelevanceThresholds.Refused(QueryKind.Report, 9, hasDense)} for a text with a title");
            Assert.Contains($"{title}, {report}, " + FormattableString.Invariant($"{RelevanceThresholds.Refused(QueryKind.Trace, 9, hasDense)} for code and stack traces, {RelevanceThresholds.Refused(QueryKind.Sentence, 4, hasDense)} for the rest"), documentation, StringComparison.Ordinal);
        }
    }
}
