using Microsoft.ML.OnnxRuntime;

namespace StructIndex.Tests;

/// <summary>The runtime: numbers, errors, threads, cancellation, options.</summary>
public class OnnxSessionTests
{
    private static readonly OnnxRuntimeOptions s_options = new();

    [Fact]
    public void A_float32_model_agrees_with_a_float64_forward()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        Assert.InRange(Assets.Numbers().Max(c => Difference(c, Run(session, c.Ids).Values)), 0, 1e-5);
    }

    [Fact]
    public void An_int8_model_points_the_same_way()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model_quantized.onnx"), s_options);
        Assert.All(Assets.Numbers(), c => Assert.InRange(Cosine(Run(session, c.Ids).Values, [.. c.Encoder.SelectMany(row => row)]), .99, 1.0001));
    }

    [Fact]
    public void A_float16_output_is_read()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model_fp16.onnx"), s_options);
        Assert.InRange(Assets.Numbers().Max(c => Difference(c, Run(session, c.Ids).Values)), 1e-6, 5e-3);
    }

    [Fact]
    public void A_decoder_starts_from_an_empty_past()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("decoder", "model.onnx"), s_options);
        foreach (NumberCase c in Assets.Numbers())
        {
            OnnxOutput output = session.Run(
                [new("input_ids", c.Ids), new("attention_mask", Ones(c.Ids.Length)), new("position_ids", [.. Enumerable.Range(0, c.Ids.Length).Select(i => (long)i)])],
                1, c.Ids.Length, "last_hidden_state");
            Assert.InRange(c.Decoder.Zip(output.Values[^c.Decoder.Length..], (a, b) => Math.Abs(a - b)).Max(), 0, 1e-5);
        }
    }

    [Fact]
    public async Task Threads_share_a_session()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        NumberCase[] cases = Assets.Numbers();
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (i, _) =>
        {
            NumberCase c = cases[i % cases.Length];
            Assert.InRange(Difference(c, Run(session, c.Ids).Values), 0, 1e-5);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void A_run_under_way_is_cancelled()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        const int Rows = 2000, Columns = 64;
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(30));
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                session.Run([new("input_ids", new long[Rows * Columns]), new("attention_mask", Ones(Rows * Columns)), new("token_type_ids", new long[Rows * Columns])], Rows, Columns, "last_hidden_state", source.Token);
            }
        });
        Assert.Throws<OperationCanceledException>(() => session.Run([], 1, 1, "last_hidden_state", new CancellationToken(true)));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_with_its_name()
    {
        using TemporaryFolder folder = new();
        folder.Write("broken.onnx", "this is no protobuf");
        OnnxModelException error = Assert.Throws<OnnxModelException>(() => OnnxSession.Load(folder.At("broken.onnx"), s_options));
        Assert.Contains("broken.onnx", error.Message, StringComparison.Ordinal);
        Assert.Contains("InvalidProtobuf", error.Message, StringComparison.Ordinal);
        Assert.Equal(folder.At("broken.onnx"), error.Path);
        Assert.Contains("missing.onnx", Assert.Throws<OnnxModelException>(() => OnnxSession.Load(folder.At("missing.onnx"), s_options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_name_lists_the_right_ones()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        OnnxModelException input = Assert.Throws<OnnxModelException>(() => session.Run([new("input_ids", [1]), new("attention_mask", [1]), new("token_type_ids", [0]), new("ids", [1])], 1, 1, "last_hidden_state"));
        Assert.Contains("no input named 'ids'", input.Message, StringComparison.Ordinal);
        Assert.Contains("input_ids (Int64[-1,-1])", input.Message, StringComparison.Ordinal);
        OnnxModelException output = Assert.Throws<OnnxModelException>(() => session.Run([], 1, 1, "pooled"));
        Assert.Contains("no output named 'pooled'", output.Message, StringComparison.Ordinal);
        OnnxModelException missing = Assert.Throws<OnnxModelException>(() => session.Run([new("input_ids", [1])], 1, 1, "last_hidden_state"));
        Assert.Contains("attention_mask", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_type_that_is_not_supported_is_named()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("odd.onnx"), s_options);
        Assert.Contains("Double", Assert.Throws<OnnxModelException>(() => session.Run([new("input_ids", [1]), new("scores", [1])], 1, 1, "wide")).Message, StringComparison.Ordinal);
        Assert.Contains("scores (Float[-1,-1])", Assert.Throws<OnnxModelException>(() => session.Run([new("input_ids", [1]), new("scores", [1])], 1, 1, "copy")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_outside_the_vocabulary_is_an_error_and_the_session_goes_on()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        Assert.Throws<OnnxModelException>(() => Run(session, [100_000]));
        Assert.Equal([1, 1, 32], Run(session, [1]).Shape);
    }

    [Fact]
    public void A_disposed_session_says_so()
    {
        OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Run(session, [1]));
    }

    [Fact]
    public async Task A_session_that_is_disposed_while_it_runs_lets_its_runs_end()
    {
        for (int round = 0; round < 20; round++)
        {
            OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), s_options);
            Task<Exception?>[] runs = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.Exception(() => Run(session, [.. Enumerable.Repeat(1L, 60)]))))];
            session.Dispose();
            session.Dispose();
            Assert.All(await Task.WhenAll(runs), error => Assert.True(error is null or ObjectDisposedException, $"{error}"));
        }
    }

    [Fact]
    public void Session_options_are_one_thread_and_no_log_and_can_be_changed()
    {
        (int, int, OrtLoggingLevel) seen = default;
        OnnxRuntimeOptions options = new() { ConfigureSession = session => seen = (session.IntraOpNumThreads, session.InterOpNumThreads, session.LogSeverityLevel) };
        OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), options).Dispose();
        Assert.Equal((1, 1, OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL), seen);

        // The provider is not in the processor build of the runtime.
        OnnxRuntimeOptions other = new() { ConfigureSession = session => session.AppendExecutionProvider("QNN", []) };
        Assert.Contains("model.onnx", Assert.Throws<OnnxModelException>(() => OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), other)).Message, StringComparison.Ordinal);
    }

    private static OnnxOutput Run(OnnxSession session, long[] ids) =>
        session.Run([new("input_ids", ids), new("attention_mask", Ones(ids.Length)), new("token_type_ids", new long[ids.Length])], 1, ids.Length, "last_hidden_state");

    private static long[] Ones(int count) => [.. Enumerable.Repeat(1L, count)];

    private static double Difference(NumberCase expected, float[] values) => expected.Encoder.SelectMany(row => row).Zip(values, (a, b) => Math.Abs(a - b)).Max();

    private static double Cosine(float[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(y => y * y));
}
