namespace StructIndex.Tests;

public sealed class RelevanceCalibratorTests
{
    private static readonly EvaluationQuery[] s_queries =
    [
        new("1", "parse the header of a message", "", [new RelevanceTarget("parser.py")]),
        new("2", "send a message over the socket", "", [new RelevanceTarget("sender.py")]),
        new("3", "close the connection", "", [new RelevanceTarget("nowhere.py")]),
        new("4", "grandmother's plum dumplings", "", []),
        new("5", "offside rule in football", "", []),
    ];

    [Fact]
    public async Task The_threshold_keeps_the_false_alarms_within_the_target_and_answers_as_much_as_it_can()
    {
        CodeIndex index = await MessagesAsync();
        RelevanceCalibration found = await RelevanceCalibrator.CalibrateAsync(index, s_queries, CalibrationTarget.FalseAlarms(0), cancellationToken: Token);
        Assert.True(found.Reached);
        Assert.Equal(0, found.FalseAlarms);
        Assert.Equal(1, found.Answered);
        foreach (EvaluationQuery query in s_queries)
        {
            SearchResult answer = await index.WithMinimumRelevance(found.MinimumRelevance).SearchAsync(query.Text, cancellationToken: Token);
            Assert.Equal(query.ExpectsNothing, answer.Abstained);
        }
    }

    [Fact]
    public async Task A_precision_that_is_met_without_refusing_refuses_nothing()
    {
        RelevanceCalibration found = await RelevanceCalibrator.CalibrateAsync(await MessagesAsync(), s_queries[..2], CalibrationTarget.Precision(1), cancellationToken: Token);
        Assert.Equal(new RelevanceCalibration(0, true, 1, 1, null), found);
    }

    [Fact]
    public async Task Queries_may_be_written_for_a_folder_above_the_indexed_one()
    {
        EvaluationQuery[] above = [.. s_queries[..2].Select(query => query with { Targets = [new RelevanceTarget($"src/{query.Targets[0].Path}")] })];
        RelevanceCalibration found = await RelevanceCalibrator.CalibrateAsync(await MessagesAsync(), above, CalibrationTarget.Precision(1), cancellationToken: Token);
        Assert.Equal(1, found.Precision);
    }

    [Fact]
    public async Task A_precision_that_no_threshold_reaches_is_said()
    {
        RelevanceCalibration found = await RelevanceCalibrator.CalibrateAsync(await MessagesAsync(), s_queries[2..3], CalibrationTarget.Precision(.5), cancellationToken: Token);
        Assert.False(found.Reached);
        Assert.Equal(0, found.Precision);
    }

    [Fact]
    public async Task Queries_that_cannot_show_the_target_and_shares_out_of_range_throw()
    {
        CodeIndex index = await MessagesAsync();
        Assert.Equal("queries", (await Assert.ThrowsAsync<ArgumentException>(() => RelevanceCalibrator.CalibrateAsync(index, s_queries[..3], CalibrationTarget.FalseAlarms(.1)))).ParamName);
        Assert.Equal("queries", (await Assert.ThrowsAsync<ArgumentException>(() => RelevanceCalibrator.CalibrateAsync(index, s_queries[3..], CalibrationTarget.Precision(.9)))).ParamName);
        Assert.Equal("queries", (await Assert.ThrowsAsync<ArgumentException>(() => RelevanceCalibrator.CalibrateAsync(index, [], CalibrationTarget.Precision(.9)))).ParamName);
        Assert.Equal("target", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RelevanceCalibrator.CalibrateAsync(index, s_queries, CalibrationTarget.Precision(1.1)))).ParamName);
    }

    [Fact]
    public async Task The_command_saves_the_threshold_in_the_index_that_it_was_given()
    {
        using TemporaryFolder folder = new();
        await (await MessagesAsync()).SaveAsync(folder.At("code.index"), Token);
        await File.WriteAllLinesAsync(folder.At("questions.jsonl"), [
            """{"id":"1","query":"parse the header of a message","relevant":[{"path":"parser.py"}]}""",
            """{"id":"2","query":"offside rule in football","relevant":[]}"""], Token);
        ToolRun run = await ToolRun.RunAsync("calibrate", folder.At("code.index"), "--queries", folder.At("questions.jsonl"), "--false-alarms", "0");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("false alarms      0.0 % of 1", run.Output, StringComparison.Ordinal);
        CodeIndex index = await CodeIndexer.LoadAsync(folder.At("code.index"), cancellationToken: Token);
        Assert.InRange(index.MinimumRelevance!.Value, 1e-9, 1);

        ToolRun two = await ToolRun.RunAsync("calibrate", folder.At("code.index"), "--queries", folder.At("questions.jsonl"), "--false-alarms", "0", "--precision", "1");
        Assert.Equal(2, two.ExitCode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<CodeIndex> MessagesAsync() => CodeIndexer.IndexAsync(
        new MemorySource(
        [
            new SourceFile("parser.py", "def parse_header(message):\n    \"\"\"Parses the header of a message.\"\"\"\n    return message.split()\n"),
            new SourceFile("sender.py", "def send_message(socket, message):\n    \"\"\"Sends a message over the socket.\"\"\"\n    socket.write(message)\n\n\ndef close_connection(socket):\n    \"\"\"Closes the connection.\"\"\"\n    socket.close()\n"),
        ]),
        cancellationToken: Token);
}
