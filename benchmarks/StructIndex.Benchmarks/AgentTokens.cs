using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex.Benchmarks;

/// <summary>Tokens that an agent reads and writes until it has the right function before it: with the tools of the index, and with grep and file reads.</summary>
internal static partial class AgentTokens
{
    public const string Help = "FOLDER... [--questions 30]: first sentences of documentation, taken out of the code, ask for its unit; a scripted agent answers them by search and show of the MCP server, and by grep and reading files";

    private const int MaxReads = 10;
    private const int GrepLines = 100;
    private const int ReadLines = 200;

    private static readonly HashSet<string> s_stop = new(
        "the and for that with this from are was were has have had not but its into when where which who whom why how what will would can could should shall may might must than then there their them they these those such only also any all each other one two out over under".Split(' '),
        StringComparer.Ordinal);

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int wanted = options.Number("questions", 30);
        Console.WriteLine("| folder | agent | questions | found | calls, mean | tokens, median | tokens, mean |\n|-|-|-|-|-|-|-|");
        foreach (string folder in options.Rest)
        {
            EvaluationSet set = await QueryMiner.MineAsync(new DirectorySource(folder), CodeIndexer.DefaultParsers, new QueryMiningOptions { MaxQuestions = 1_000, MaxPerFile = 1 });
            EvaluationQuery[] mined = [.. set.Queries.Where(query => query is { Category: "documentation", Targets.Count: 1 })];
            EvaluationQuery[] asked = [.. Enumerable.Range(0, Math.Min(wanted, mined.Length)).Select(i => mined[(int)((long)i * mined.Length / Math.Min(wanted, mined.Length))])];
            CodeIndex index = await CodeIndexer.IndexAsync(set.Source!);
            List<SourceFile> files = [];
            await foreach (SourceFile file in set.Source!.ReadAsync(static _ => { }))
            {
                files.Add(file);
            }

            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            Pipe up = new(), down = new();
            ServiceCollection services = new();
            services.AddSingleton<ICodeIndexAccessor>(new ReadyIndex(index)).AddMcpServer().WithStructIndex();
            await using ServiceProvider provider = services.BuildServiceProvider();
            await using McpServer server = McpServer.Create(new StreamServerTransport(up.Reader.AsStream(), down.Writer.AsStream()), provider.GetRequiredService<IOptions<McpServerOptions>>().Value, serviceProvider: provider);
            Task serving = server.RunAsync();
            await using (McpClient client = await McpClient.CreateAsync(new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream())))
            {
                List<Run> ours = [], theirs = [];
                foreach (EvaluationQuery query in asked)
                {
                    CodeUnit target = index.Find(query.Id["doc:".Length..]).Single();
                    ours.Add(await ByToolsAsync(client, query.Text, target));
                    theirs.Add(ByGrep(files, query.Text, target));
                }

                Report(name, "search and show", ours);
                Report(name, "grep and reads", theirs);
                int tools = (await client.ListToolsAsync()).Sum(tool => TokenEstimate.Count(JsonSerializer.Serialize(tool.ProtocolTool, ModelContextProtocol.McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(Tool)))));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Descriptions of all tools, once a session: {tools} tokens."));
            }
        }

        return 0;
    }

    /// <summary>Searches, then shows one hit after the other until the target is shown.</summary>
    private static async Task<Run> ByToolsAsync(McpClient client, string question, CodeUnit target)
    {
        Run run = new();
        (string text, JsonElement structured) = await CallAsync(client, run, "search", new() { ["query"] = question });
        if (text.StartsWith("Nothing found", StringComparison.Ordinal))
        {
            (_, structured) = await CallAsync(client, run, "search", new() { ["query"] = question, ["minRelevance"] = 0 });
        }

        foreach (JsonElement hit in structured.GetProperty("hits").EnumerateArray().Take(MaxReads))
        {
            string id = hit.GetProperty("id").GetString()!;
            await CallAsync(client, run, "show", new() { ["symbol"] = id });
            if (id == target.Id)
            {
                return run with { IsFound = true };
            }
        }

        return run;
    }

    private static async Task<(string Text, JsonElement Structured)> CallAsync(McpClient client, Run run, string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments);
        string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
        run.Add($"{tool} {{ {string.Join(", ", arguments.Select(argument => $"\"{argument.Key}\": \"{argument.Value}\""))} }}", text);
        return (text, result.StructuredContent ?? default);
    }

    /// <summary>Greps for the three rarest words of the question at once, then reads the files with most of them, 200 lines a time, until the target is read.</summary>
    private static Run ByGrep(List<SourceFile> files, string question, CodeUnit target)
    {
        Run run = new();
        string[] words = [.. Word().Matches(question.ToLowerInvariant()).Select(match => match.Value).Where(word => word.Length > 2 && !s_stop.Contains(word)).Distinct(StringComparer.Ordinal)];
        List<(SourceFile File, int Line, string Text, string[] Words)> lines = [];
        foreach (SourceFile file in files)
        {
            string[] all = file.Text.Split('\n');
            for (int line = 0; line < all.Length; line++)
            {
                string[] held = [.. words.Where(word => all[line].Contains(word, StringComparison.OrdinalIgnoreCase))];
                if (held.Length > 0)
                {
                    lines.Add((file, line + 1, all[line], held));
                }
            }
        }

        string[] rarest = [.. words.Select(word => (word, count: lines.Count(line => line.Words.Contains(word)))).Where(pair => pair.count > 0).OrderBy(pair => pair.count).Take(3).Select(pair => pair.word)];
        (SourceFile File, int Line, string Text, string[] Words)[] matches = [.. lines.Select(line => line with { Words = [.. line.Words.Intersect(rarest)] }).Where(line => line.Words.Length > 0)];
        run.Add($"grep -rniE '{string.Join('|', rarest)}' . | head -{GrepLines}", string.Concat(matches.Take(GrepLines).Select(line => $"{line.File.Path}:{line.Line}:{line.Text}\n")));
        if (matches.Length > GrepLines)
        {
            // Too much to see all: which files hold the most.
            run.Add($"grep -rciE '{string.Join('|', rarest)}' . | sort | head", string.Concat(matches.GroupBy(line => line.File.Path, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(MaxReads).Select(group => $"{group.Key}:{group.Count()}\n")));
        }

        var ranked = matches.GroupBy(line => line.File).OrderByDescending(group => group.SelectMany(line => line.Words).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(group => group.Count());
        int reads = 0;
        foreach (var group in ranked)
        {
            string[] all = group.Key.Text.Split('\n');
            foreach (int window in group.GroupBy(line => (line.Line - 1) / ReadLines).OrderByDescending(part => part.Count()).Select(part => part.Key))
            {
                if (reads++ == MaxReads)
                {
                    return run;
                }

                int from = window * ReadLines;
                run.Add($"read {group.Key.Path} {from + 1} {ReadLines}", string.Join('\n', all.Skip(from).Take(ReadLines)));
                if (group.Key.Path == target.Path && target.Lines.Start > from && target.Lines.Start <= from + ReadLines)
                {
                    return run with { IsFound = true };
                }
            }
        }

        return run;
    }

    private static void Report(string folder, string agent, List<Run> runs)
    {
        int[] tokens = [.. runs.Select(run => run.Tokens).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {folder} | {agent} | {runs.Count} | {runs.Count(run => run.IsFound)} | {runs.Average(run => run.Calls):0.0} | {tokens[tokens.Length / 2]} | {tokens.Average():0} |"));
    }

    [GeneratedRegex("[a-z0-9_]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();

    private sealed record Run
    {
        public bool IsFound { get; init; }

        public int Calls { get; private set; }

        public int Tokens { get; private set; }

        public void Add(string call, string answer)
        {
            Calls++;
            Tokens += TokenEstimate.Count(call) + TokenEstimate.Count(answer);
        }
    }

    private sealed class ReadyIndex(CodeIndex index) : ICodeIndexAccessor
    {
        public CodeIndex Current => index;

        public CodeIndexState State { get; } = new(CodeIndexPhase.Ready);

        public Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default) => Task.FromResult(index);
    }
}
