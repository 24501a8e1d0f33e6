using static StructIndex.Tests.EvaluationSample;

namespace StructIndex.Tests;

public class RetrievalEvaluatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_is_judged_by_the_rank_of_its_answers()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a1", "retry with backoff", new RelevanceTarget("web/retry.py")), Query("a2", "cancel_order", new RelevanceTarget(null, null, "Orders.cancel_order")), Query("b1", "admin route token", new RelevanceTarget("web/nowhere.py")));
        EvaluationRun run = await new RetrievalEvaluator().EvaluateAsync(index, set, cancellationToken: Token);
        Assert.Equal([1, 1, 0], run.Queries.Select(query => query.Metrics.BestRank));
        Assert.Equal(2 / 3.0, run.Summary[EvaluationMeasure.Hit1].Mean, 12);
        Assert.Equal(["a", "b"], run.Categories.Select(category => category.Category));
        Assert.Equal([1.0, 0.0], run.Categories.Select(category => category[EvaluationMeasure.Mrr10].Mean));
        Assert.Equal("b1", run.WorstFirst.First().Query.Id);
    }

    [Fact]
    public async Task Questions_may_be_written_for_a_folder_above_the_indexed_one()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a", "retry with backoff", new RelevanceTarget("src/app/web/retry.py")), Query("b", "admin route", new RelevanceTarget("src/app/web/routes.py")));
        EvaluationRun run = await new RetrievalEvaluator().EvaluateAsync(index, set, cancellationToken: Token);
        Assert.All(run.Queries, query => Assert.Equal(1, query.Metrics.BestRank));
        Assert.Equal("src/app/web/retry.py", run.Queries[0].Answer.Items[0].Path);
    }

    [Fact]
    public async Task One_path_that_happens_to_end_like_an_indexed_one_moves_no_root()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a", "retry", new RelevanceTarget("gone/a.py")), Query("b", "admin", new RelevanceTarget("old/web/routes.py")), Query("c", "order", new RelevanceTarget("gone/b.py")));
        EvaluationReport report = await new RetrievalEvaluator().ReportAsync("shop", index, set, withBaselines: false, cancellationToken: Token);
        Assert.All(report.Run.Queries, query => Assert.Equal(0, query.Metrics.BestRank));
        Assert.Contains("3 of the files that answer are not in the index", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_and_order_are_judged_apart()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a", "retry with backoff", new RelevanceTarget("web/retry.py")), Query("b", "whip egg whites for a pavlova"));
        EvaluationRun strict = await new RetrievalEvaluator(new SearchOptions { MinimumRelevance = 1 }).EvaluateAsync(index, set, cancellationToken: Token);
        Assert.Equal((1, 1, 1, 1), (strict.Abstention.Answerable, strict.Abstention.AnswerableRefused, strict.Abstention.Unanswerable, strict.Abstention.UnanswerableRefused));
        Assert.Equal(0, strict.Abstention.MrrWithRefusals);
        Assert.Equal(1, strict.Summary[EvaluationMeasure.Mrr10].Mean);
        Assert.Equal(1, strict.Summary.Count);
        Assert.NotEmpty(strict.Queries[0].Answer.Items);

        EvaluationRun open = await new RetrievalEvaluator(new SearchOptions { MinimumRelevance = 0 }).EvaluateAsync(index, set, cancellationToken: Token);
        Assert.Equal((0, 1.0), (open.Abstention.AnswerableRefused, open.Abstention.MrrWithRefusals));
    }

    [Fact]
    public async Task Each_leg_and_chunks_without_structure_are_asked_the_same()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a", "backoff attempts", new RelevanceTarget("web/retry.py", new LineRange(1, 4), "retry_with_backoff")));
        IReadOnlyList<EvaluationRun> baselines = await new RetrievalEvaluator().EvaluateBaselinesAsync(index, set, cancellationToken: Token);
        Assert.Equal(["BM25 alone", "Model alone", "40-line chunks, same model and search", "40-line chunks, BM25 on whole words"], baselines.Select(run => run.Name));
        Assert.All(baselines, run => Assert.Equal(1, run.Queries[0].Metrics.BestRank));
        Assert.All(baselines, run => Assert.Empty(run.FirstAnswers));
        Assert.Equal(new LineRange(1, 4), baselines[3].Queries[0].Answer.Items[0].Lines);
    }

    [Fact]
    public async Task Whole_words_do_not_find_what_only_a_part_of_a_name_says()
    {
        CodeIndex index = await IndexAsync();
        EvaluationSet set = Set(Query("a", "cancel", new RelevanceTarget("shop/orders.py")));
        IReadOnlyList<EvaluationRun> baselines = await new RetrievalEvaluator().EvaluateBaselinesAsync(index, set, cancellationToken: Token);
        Assert.Equal(1, baselines[0].Queries[0].Metrics.BestRank);
        Assert.Empty(baselines[3].Queries[0].Answer.Items);
    }

    [Fact]
    public async Task Without_source_or_vectors_the_baselines_that_need_them_are_left_out()
    {
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(new MemorySource(Files), cancellationToken: Token);
        IReadOnlyList<EvaluationRun> baselines = await new RetrievalEvaluator().EvaluateBaselinesAsync(index, Set(Query("a", "retry", new RelevanceTarget("web/retry.py"))) with { Source = null }, cancellationToken: Token);
        Assert.Equal("BM25 alone", Assert.Single(baselines).Name);
    }

    [Fact]
    public async Task The_worst_questions_come_first_and_rightly_refused_ones_last()
    {
        EvaluationQuery second = Query("second", "1", new RelevanceTarget("a")), none = Query("none", "2", new RelevanceTarget("a")), refused = Query("refused", "3"), answered = Query("answered", "4"), first = Query("first", "5", new RelevanceTarget("a"));
        EvaluationRun run = await RunAsync(
            "x",
            (second, new([Item("b"), Item("a")])), (none, new([Item("b", .9)])), (refused, new([Item("b")], Abstained: true)), (answered, new([Item("b", .95)])), (first, new([Item("a")])));
        Assert.Equal(["answered", "none", "second", "first", "refused"], run.WorstFirst.Select(query => query.Query.Id));
    }

    [Fact]
    public async Task Confidence_is_that_of_first_results_and_no_answer_to_an_empty_question_is_right()
    {
        EvaluationRun run = await RunAsync(
            "x",
            (Query("a", "1", new RelevanceTarget("a")), new([Item("a", .9), Item("b", .8)])),
            (Query("b", "2", new RelevanceTarget("a")), new([Item("b", .7), Item("a", .6)])),
            (Query("c", "3"), new([Item("a", .4)])),
            (Query("d", "4", new RelevanceTarget("a")), new([])));
        Assert.Equal([new(.9, true), new(.7, false), new(.4, false)], run.FirstAnswers);
        Assert.Equal(1 / 3.0, run.PrecisionRecall.Points[^1].Recall, 12);
    }

    [Fact]
    public async Task Runs_are_compared_question_by_question()
    {
        EvaluationQuery[] queries = [.. Enumerable.Range(0, 20).Select(i => Query($"q{i}", $"{i}", new RelevanceTarget("a")))];
        EvaluationRun right = await RunAsync("right", [.. queries.Select(query => (query, new RetrievalAnswer([Item("a")])))]);
        EvaluationRun wrong = await RunAsync("wrong", [.. queries.Select(query => (query, new RetrievalAnswer([Item("b")])))]);
        PairedComparison comparison = right.CompareTo(wrong, EvaluationMeasure.Ndcg10);
        Assert.Equal(1, comparison.MeanDifference);
        Assert.True(comparison.PValue < .001);
        EvaluationRun other = await RunAsync("other", (queries[0], new RetrievalAnswer([])));
        Assert.Throws<ArgumentException>(() => right.CompareTo(other, EvaluationMeasure.Mrr10));
    }

    [Fact]
    public async Task What_a_reader_has_read_with_the_first_right_result_is_counted()
    {
        EvaluationRun run = await RunAsync(
            "x",
            (Query("a", "1", new RelevanceTarget("a")), new([Item("b", start: 1, end: 40), Item("a", start: 5, end: 9)])),
            (Query("b", "2", new RelevanceTarget("a")), new([Item("a", start: 3, end: 3), Item("b")])),
            (Query("c", "3", new RelevanceTarget("a")), new([Item("b")])));
        Assert.Equal([45, 1, null], run.Queries.Select(query => query.LinesRead));
        Assert.Equal(45, run.MedianLinesRead);
        EvaluationRun lost = await RunAsync("lost", (Query("a", "1", new RelevanceTarget("a")), new([Item("b")])));
        Assert.Null(lost.MedianLinesRead);
    }

    [Fact]
    public async Task By_file_it_is_enough_to_find_the_file()
    {
        EvaluationRun run = await RunAsync("x", (Query("a", "1", new RelevanceTarget("a", new LineRange(50, 60)), new RelevanceTarget("a", new LineRange(70, 80))), new([Item("a", start: 1, end: 10)])));
        Assert.True(run.HasPlaces);
        Assert.Equal(0, run.Summary[EvaluationMeasure.Ndcg10].Mean);
        Assert.Equal(1, run.ByFile().Summary[EvaluationMeasure.Ndcg10].Mean);
        Assert.False(run.ByFile().HasPlaces);
    }
}
