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
        double before = RelevanceModel.OfHit(new HitFeatures(1, 0, .3, .5, .5), found.Features);
        Assert.InRange(before, RelevanceModel.OfHit(new HitFeatures(1, 0, .01, .5, .5), found.Features), 1);
        for (int rank = 2; rank <= 100; rank++)
        {
            double now = RelevanceModel.OfHit(new HitFeatures(rank, rank * .05, 0, .5, .5), found.Features);
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
        Assert.InRange(own.Relevance, RelevanceWeights.Minimum, 1);
        Assert.All(own.Hits, hit => Assert.InRange(hit.Relevance, 0, own.Relevance));

        SearchResult foreign = await index.SearchAsync("how long should a kubernetes sourdough ferment", cancellationToken: Token);
        Assert.True(foreign.Abstained);
        Assert.Empty(foreign.Hits);
        Assert.InRange(foreign.Relevance, 0, RelevanceWeights.Minimum);
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
        string documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "StructIndex.Core.xml"));
        Assert.Contains(FormattableString.Invariant($"below {RelevanceWeights.Minimum} with the model of the package, {RelevanceWeights.MinimumByWords} without vectors"), documentation, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{RelevanceWeights.Hopeless}, and never where the query names a symbol"), documentation, StringComparison.Ordinal);
        Assert.Equal(RelevanceWeights.Hopeless, RelevanceWeights.HopelessByWords);
    }
}
