namespace StructIndex.Tests;

/// <summary>A small code base with questions, for evaluations.</summary>
internal static class EvaluationSample
{
    public static readonly (string Path, string Text)[] Files =
    [
        ("shop/orders.py", "class Orders:\n    def reserve(self, item):\n        return self.stock.take(item)\n\n    def cancel_order(self, item):\n        return self.stock.give_back(item)\n"),
        ("web/retry.py", "def retry_with_backoff(action, attempts):\n    for delay in delays(attempts):\n        sleep(delay)\n        action()\n"),
        ("web/routes.py", "def admin_route(request):\n    return check_token(request.token)\n"),
    ];

    public static Task<CodeIndex> IndexAsync(ISourceProvider? source = null) => CodeIndexer.IndexAsync(source ?? new MemorySource(Files), cancellationToken: TestContext.Current.CancellationToken);

    public static EvaluationQuery Query(string id, string text, params RelevanceTarget[] targets) => new(id, text, id[..1], targets);

    public static EvaluationSet Set(params EvaluationQuery[] queries) => new(queries, new MemorySource(Files));

    /// <summary>A search that gives prepared answers.</summary>
    public static Task<EvaluationRun> RunAsync(string name, params (EvaluationQuery Query, RetrievalAnswer Answer)[] answers)
    {
        Dictionary<string, RetrievalAnswer> byText = answers.ToDictionary(answer => answer.Query.Text, answer => answer.Answer);
        return RetrievalEvaluator.EvaluateAsync(name, (text, _) => Task.FromResult(byText[text]), Set([.. answers.Select(answer => answer.Query)]), cancellationToken: TestContext.Current.CancellationToken);
    }

    public static RetrievedItem Item(string path, double relevance = .5, int start = 1, int end = 10, string symbol = "") => new(path, new LineRange(start, end), symbol, relevance);
}
