using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex eval DIR|FILE --queries FILE</c>: how well questions are answered.</summary>
internal static class EvalCommand
{
    private const string Description = """
        Measure how well questions are answered, on your own code base.

        Write 30 to 50 questions that people really ask, one JSON object a line:
          {"id":"retry","query":"where do we retry failed requests?","category":"semantic","relevant":[{"path":"src/Http/Retry.cs"}]}
          {"id":"save","query":"Store.Save","relevant":[{"symbol":"Store.Save"},{"path":"src/Store.cs","start":10,"end":40}]}
          {"id":"tea","query":"how to make green tea","relevant":[]}
        A target is a file, lines of it, or a symbol; paths are relative to the folder, or to one above it. An empty list is a question that should get nothing.

          structindex eval . --queries questions.jsonl --html report.html
          structindex eval . --queries questions.jsonl --run new.jsonl --compare old.jsonl
          structindex eval . --queries questions.jsonl --fail-under mrr@10=0.6 --fail-under answered=0.95
          structindex eval benchmark/cosqa --run ranked.jsonl          (corpus.jsonl, queries.jsonl, qrels/*.tsv)

        Without questions of your own, have some mined: the first sentences of documentation ask for their function or type, that documentation
        being taken out of the copy that is indexed, and the subjects of commits ask for the files they changed, where git knows them. Merges,
        commits of more than 8 files and subjects of fewer than 4 words do not count, nor a sentence that stands anywhere else. Besides, keywords
        and names ask for what bears them, messages of errors for where they come from, and some of all these again with typing errors.
          structindex eval . --mine
          structindex eval . --mine 300 --save-queries mined.jsonl
          structindex eval code.index --source . --mine                (asked with the threshold of the saved index)

        Shown are MRR@10, hit@1/5/10, recall@10 and nDCG@10 with 95 % bootstrap intervals, by category, beside BM25 alone, the model alone and
        chunks of 40 lines without structure; p is the chance that a difference as large comes about by luck (paired randomisation test), 'lines
        read' the median of the lines of all results up to the first right one.
        Exit codes: 0 measured, 1 a --fail-under is not met, 2 error.
        """;

    public static Command Create(ToolConsole console)
    {
        Command command = new("eval", Description);
        IndexInput input = IndexInput.AddTo(command);
        Option<string?> queries = new("--queries", "-q") { Description = "The questions with what answers them, JSON lines.", HelpName = "FILE" };
        Option<int?> mine = new("--mine") { Description = "Mine the questions, at most N of each kind; 100 when N is left out. Put it after DIR.", HelpName = "N", Arity = ArgumentArity.ZeroOrOne, CustomParser = OptionValues.OptionalCount };
        Option<string?> folder = new("--source") { Description = "The folder that an index file was made from, for --mine and the baselines that read source.", HelpName = "DIR" };
        Option<string?> saveQueries = new("--save-queries") { Description = "Where to write the mined questions, to be looked at and improved.", HelpName = "FILE" };
        Option<string?> language = new("--language", "-l") { Description = "Language of the snippets of a benchmark folder; without it, their titles tell or it is guessed.", HelpName = "NAME" };
        Option<int?> limit = new("--limit", "-n") { Description = "Results to ask for: 10, or 1,000 of a benchmark folder.", HelpName = "N", CustomParser = OptionValues.OptionalCount };
        Option<string?> run = new("--run") { Description = "Where to write what was found for each question, JSON lines.", HelpName = "FILE" };
        Option<string?> compare = new("--compare") { Description = "An earlier --run on the same questions to compare with.", HelpName = "FILE" };
        Option<string?> json = new("--json") { Description = "Where to write all figures as one JSON object.", HelpName = "FILE" };
        Option<string?> html = new("--html") { Description = "Where to write a report to look at: one file, no script, no network.", HelpName = "FILE" };
        Option<bool> bare = new("--no-baselines") { Description = "Leave out the baselines, which take as long as the rest." };
        Option<string[]> failUnder = new("--fail-under") { Description = $"End with 1 when a measure is lower; may be repeated. Measures: {string.Join(", ", FailUnder.Names)}.", HelpName = "MEASURE=VALUE" };
        foreach (Option option in (Option[])[queries, mine, folder, saveQueries, language, limit, run, compare, json, html, bare, failUnder])
        {
            command.Add(option);
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            foreach (Option<string?> written in (Option<string?>[])[saveQueries, run, json, html])
            {
                OutputFile.Check(arguments.GetValue(written));
            }

            FailUnder[] bounds = [.. (arguments.GetValue(failUnder) ?? []).Select(FailUnder.Parse)];
            DirectorySource? source = SourceOf(input, arguments, arguments.GetValue(folder));
            QueryMiningOptions? mining = arguments.GetResult(mine) is null ? null : new QueryMiningOptions { MaxQuestions = arguments.GetValue(mine) ?? new QueryMiningOptions().MaxQuestions };
            EvaluationSet set = mining is not null
                ? await MineAsync(source, input.PathOf(arguments), arguments.GetValue(queries), mining, console, cancellationToken).ConfigureAwait(false)
                : Load(source, input.PathOf(arguments), arguments.GetValue(queries), arguments.GetValue(language));
            if (arguments.GetValue(saveQueries) is { } saved)
            {
                EvaluationQueries.Save(set.Queries, saved);
            }

            EvaluationRun? earlier = arguments.GetValue(compare) is { } old ? EvaluationRunFile.Load(old, set) : null;
            CodeIndex index = set.IsOwnSource
                ? (await IndexInput.BuildAsync(set.Source!, console, IndexNeeds.Search, [], cancellationToken).ConfigureAwait(false))
                    .WithMinimumRelevance(await ThresholdOfAsync(input.PathOf(arguments), cancellationToken).ConfigureAwait(false))
                : await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
            RetrievalEvaluator evaluator = new(arguments.GetValue(limit) is { } most ? new SearchOptions { Limit = most } : null);
            string title = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input.PathOf(arguments))));
            using EvaluationReporter progress = new(console);
            EvaluationReport report = await evaluator.ReportAsync(title, index, set, earlier, !arguments.GetValue(bare), progress, cancellationToken).ConfigureAwait(false);
            progress.Dispose();
            Save(report, set, arguments.GetValue(run), arguments.GetValue(json), arguments.GetValue(html));
            EvaluationText.Write(report, console.Output);
            return Check(bounds, report.Run, console) ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static DirectorySource? SourceOf(IndexInput input, ParseResult arguments, string? folder) => (input.SourceOf(arguments), folder) switch
    {
        ({ } source, null) => source,
        (null, { } named) => new DirectorySource(named),
        (null, null) => null,
        _ => throw new ArgumentException("--source names the folder of an index file; the first argument is a folder already"),
    };

    // Mined questions need an index without their documentation; of a saved index they take over where it abstains.
    private static async Task<double?> ThresholdOfAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? (await CodeIndexer.LoadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false)).MinimumRelevance : null;

    private static async Task<EvaluationSet> MineAsync(
        DirectorySource? source, string path, string? queries, QueryMiningOptions options, ToolConsole console, CancellationToken cancellationToken)
    {
        if (queries is not null)
        {
            throw new ArgumentException("--mine makes questions and --queries brings them; choose one");
        }

        if (source is null)
        {
            throw new ArgumentException($"questions are mined from source, and {path} is no folder; name the folder of an index file with --source");
        }

        console.Error.WriteLine("structindex: mining questions");
        EvaluationSet set = await QueryMiner.MineAsync(source, CodeIndexer.DefaultParsers, options, cancellationToken).ConfigureAwait(false);
        return set.Queries.Count > 0 ? set : throw new ArgumentException($"nothing could be mined: {string.Join(" ", set.Notes)}");
    }

    private static EvaluationSet Load(DirectorySource? source, string path, string? queries, string? language)
    {
        if (queries is not null)
        {
            IReadOnlyList<EvaluationQuery> asked = EvaluationQueries.Load(queries);
            return asked.Count == 0 ? throw new ArgumentException($"{queries} holds no questions")
                : SnippetCorpus.IsAt(path) ? SnippetCorpus.Load(path, language) with { Queries = asked }
                : new EvaluationSet(asked, source);
        }

        return SnippetCorpus.IsAt(path) ? SnippetCorpus.Load(path, language)
            : throw new ArgumentException($"there are no questions: give --queries FILE, have them mined with --mine, or name a benchmark folder with corpus.jsonl, queries.jsonl and qrels in place of {path}");
    }

    private static void Save(EvaluationReport report, EvaluationSet set, string? run, string? json, string? html)
    {
        if (run is not null)
        {
            EvaluationRunFile.Save(report.Run, set, run);
        }

        if (json is not null)
        {
            report.SaveJson(json);
        }

        if (html is not null)
        {
            report.SaveHtml(html);
        }
    }

    private static bool Check(FailUnder[] bounds, EvaluationRun run, ToolConsole console)
    {
        FailUnder[] failed = [.. bounds.Where(bound => !bound.IsMetBy(run))];
        foreach (FailUnder bound in failed)
        {
            console.Error.WriteLine($"structindex: {bound.Describe(run)}");
        }

        return failed.Length == 0;
    }
}
